namespace GatewayBench;

/// <summary>Judges a row by all rules. What invalidates its figures does not silence the diagnosis.</summary>
internal static class Diagnostician
{
    /// <summary>Fewer can't tell what is normal from what came after.</summary>
    public const int LeastSlices = 8;

    /// <returns>Null for rows of fewer slices.</returns>
    public static Diagnosis? Of(RowResult row, DiagnosisFacts facts)
    {
        if (row.Timeline.Count < LeastSlices)
        {
            return null;
        }
        var signals = new RowSignals(row, facts);
        var found = Rules.All.Select(rule => rule.Judge(signals)).OfType<Suspect>().ToList();
        return new Diagnosis(
            SuspectOrder.Of(found),
            [.. Rules.Classics.Select(rule => Limit(rule, signals, found))]
        )
        {
            Unwatched =
            [
                .. Rules.All.Where(rule => rule.Read(signals) is null).Select(rule => rule.Name),
            ],
        };
    }

    private static ClassicLimit Limit(Rule rule, RowSignals signals, List<Suspect> found)
    {
        var slice = rule.Find(signals) is { } symptom
            ? signals.Row.Timeline[symptom.Onset.Slice]
            : null;
        return new ClassicLimit(
            rule.Name,
            rule.Title,
            rule.Read(signals) is not null,
            slice?.From,
            slice is null ? null : slice.Users ?? slice.InFlight
        )
        {
            IsFelt = found.Exists(one => one.Name == rule.Name),
        };
    }
}
