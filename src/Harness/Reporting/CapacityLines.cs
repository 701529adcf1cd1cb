namespace GatewayBench;

/// <summary>How much a target can take, in words.</summary>
internal static class CapacityLines
{
    public const string Title = "Capacity";

    /// <summary>The sustainable rate is at most so many times that of the start.</summary>
    private const double LeastStart = 10;

    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows) =>
        from row in rows
        let capacity = row.Capacity
        where capacity is not null
        from line in Of(capacity, isToTheEnd: true)
        select $"{row.Title()}: {line}";

    /// <param name="capacity">What was found.</param>
    /// <param name="isToTheEnd">Whether its most users, if it did not break with them, were served.</param>
    private static IEnumerable<string> Of(CapacityEstimate capacity, bool isToTheEnd)
    {
        yield return Linear(capacity);
        if (capacity.Collapse is { } collapse)
        {
            yield return $"collapse from {Users(collapse.Users)} on (95 %: {Units.Count(collapse.LeastUsers)} to {Units.Count(collapse.MostUsers)}): {Rate(collapse.Rate)}, {Rate(collapse.Peak)} at the best";
        }
        if (capacity.Break is { } broken)
        {
            yield return $"breaks with {Users(broken.Users)}{Moment(broken.Second)}: {broken.Reason}"
                + (broken.Rate is { } before ? $"; {Rate(before)} before" : "");
        }
        else if (isToTheEnd && capacity.MissedAsAWhole.Count == 0)
        {
            yield return $"did not break with {Users(capacity.MostUsers)}, its most";
        }
        if (capacity.Sustainable is { } most)
        {
            yield return $"sustainable: {Rate(most.Rate)} with {Users(most.Users)}; plan for {Rate(capacity.PlannedRate!.Value)}, which keeps 40 % headroom, or {Rate(capacity.DoublingRate!.Value)} if twice as much must fit";
            if (IsLoad(most))
            {
                yield return $"twice the {Rate(most.StartRate)} of the start: {Fits(capacity.TwiceStartFits)}";
            }
        }
        if (capacity.MissedAsAWhole is [_, ..] missed)
        {
            yield return $"sustainable: unknown, as no slice is known to meet {string.Join(", ", missed)}";
        }
        if (capacity.MetAsAWhole is [_, ..] met)
        {
            yield return $"judged as a whole, not by slice: {string.Join(", ", met)}";
        }
    }

    /// <summary>What all steps of a search say together.</summary>
    public static IEnumerable<string> OfSteps(BreakpointResult? search) =>
        search?.Capacity is { } capacity
            ? Of(capacity, search.HoldsToTheEnd).Select(line => $"all steps: {line}")
            : [];

    /// <summary>Whether its start says anything: that of a ramp from the first user on is none that anybody has.</summary>
    private static bool IsLoad(SustainableRate most) => LeastStart * most.StartRate >= most.Rate;

    private static string Moment(double? second) =>
        second is { } known ? $", {Units.Moment(known)}" : "";

    private static string Linear(CapacityEstimate capacity) =>
        capacity.Knee is { } knee
            ? $"linear up to {Units.Count(knee.Users)} users (95 %: {Units.Count(knee.LeastUsers)} to {Units.Count(knee.MostUsers)}), "
                + $"{Rate(knee.Rate)}; beyond, a user adds {Units.Count(knee.RatePerUserBeyond)} OK/s instead of {Units.Count(knee.RatePerUser)}"
            : $"no knee: throughput grew with the users to the end, {Users(capacity.MostUsers)}";

    private static string Fits(bool? fits) =>
        fits switch
        {
            true => "fits",
            false => "does not fit",
            null => "not tried",
        };

    private static string Rate(double rate) => $"{Units.Count(rate)} OK/s";

    private static string Users(int users) => ClosedLoad.UsersText(users);
}
