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
            [
                .. Rules.Classics.Select(rule =>
                {
                    var suspect = found.Find(one => one.Name == rule.Name);
                    return new ClassicLimit(
                        rule.Name,
                        rule.Title,
                        rule.Read(signals) is not null,
                        suspect?.Second,
                        suspect?.Users
                    );
                }),
            ]
        );
    }
}
