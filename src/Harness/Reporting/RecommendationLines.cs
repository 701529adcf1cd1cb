namespace GatewayBench;

/// <summary>What to do next, each with what speaks for it; nothing is said that nothing speaks for.</summary>
internal static class RecommendationLines
{
    public const string Title = "Recommendations";

    public static IEnumerable<string> Of(LoadResult result) =>
        [
            .. from row in result.Rows from line in Of(row) select $"{row.Title()}: {line}",
            .. OfSteps(result).Select(line => $"all steps: {line}"),
        ];

    private static IEnumerable<string> OfSteps(LoadResult result) =>
        result.Breakpoint is not { Capacity: { } capacity } search ? []
        // What must not be used is nothing to plan with.
        : result.Rows.Any(row => row.Invalid.Count > 0)
            ? ["measure again before anything is planned, as a step is INVALID"]
        : OfCapacity(capacity, search.HoldsToTheEnd);

    private static IEnumerable<string> Of(RowResult row) =>
        [
            .. OfSuspects(row),
            .. row.Invalid.Count > 0 ? [] : OfCapacity(row.Capacity, isToTheEnd: true),
            .. OfDoubt(row),
        ];

    private static IEnumerable<string> OfSuspects(RowResult row)
    {
        if (row.Diagnosis is not { } diagnosis)
        {
            yield break;
        }
        if (diagnosis.Suspects is [var first, ..])
        {
            yield return $"{first.Title} gave way first: {first.NextStep}";
            yield break;
        }
        string[] unwatched =
        [
            .. diagnosis.Classics.Where(one => !one.IsWatched).Select(one => one.Title),
        ];
        if (IsHurt(row) && unwatched.Length > 0)
        {
            yield return $"watch {string.Join(", ", unwatched)}, as nothing that was watched explains what was missed";
        }
    }

    private static IEnumerable<string> OfCapacity(CapacityEstimate? capacity, bool isToTheEnd)
    {
        if (capacity is null)
        {
            yield break;
        }
        if (capacity is { Sustainable: { } most, PlannedRate: { } planned })
        {
            yield return $"plan for at most {Rate(planned)}, as {Rate(most.Rate)} were served with all SLOs met";
        }
        if (capacity.MissedAsAWhole is [_, ..] missed)
        {
            yield return $"search for the breakpoint before a rate is planned, as its steps are judged by {string.Join(", ", missed)}, which no slice here is known to meet";
        }
        if (capacity.Collapse is { } collapse)
        {
            yield return $"turn away who comes from {ClosedLoad.UsersText(collapse.Users)} on, as more get less done";
        }
        if (isToTheEnd && IsUntouched(capacity))
        {
            yield return $"try more than {ClosedLoad.UsersText(capacity.MostUsers)}, as no limit was reached";
        }
    }

    private static bool IsUntouched(CapacityEstimate capacity) =>
        capacity is { Knee: null, Collapse: null, Break: null, MissedAsAWhole.Count: 0 };

    private static IEnumerable<string> OfDoubt(RowResult row)
    {
        if (row.Invalid.Count > 0 && (row.Capacity is not null || IsHurt(row)))
        {
            yield return "measure again before anything is planned, as the row is INVALID";
        }
    }

    private static bool IsHurt(RowResult row) =>
        row.Capacity?.Break is not null
        || row.Slos.Any(slo => row.VerdictOn(slo) == SloVerdict.Fail);

    private static string Rate(double rate) => $"{Units.Count(rate)} OK/s";
}
