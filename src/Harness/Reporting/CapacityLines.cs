namespace GatewayBench;

/// <summary>How much a target can take, in words.</summary>
internal static class CapacityLines
{
    public const string Title = "Capacity";

    public static IEnumerable<string> Of(IReadOnlyList<RowResult> rows) =>
        from row in rows
        let capacity = row.Capacity
        where capacity is not null
        from line in Of(capacity)
        select $"{row.Title()}: {line}";

    private static IEnumerable<string> Of(CapacityEstimate capacity)
    {
        yield return Linear(capacity);
        if (capacity.Collapse is { } collapse)
        {
            yield return $"collapse from {Users(collapse.Users)} on: {Rate(collapse.Rate)}, {Rate(collapse.Peak)} at the best";
        }
        yield return capacity.Break is { } broken
            ? $"breaks with {Users(broken.Users)}{Moment(broken.Second)}: {broken.Reason}"
                + (broken.Rate is { } before ? $"; {Rate(before)} before" : "")
            : $"did not break with {Users(capacity.MostUsers)}, its most";
        if (capacity.Sustainable is { } most)
        {
            yield return $"sustainable: {Rate(most.Rate)} with {Users(most.Users)}; plan for {Rate(capacity.PlannedRate!.Value)}, which keeps 40 % headroom";
            yield return $"twice the {Rate(most.StartRate)} of the start: {Fits(capacity.TwiceStartFits)}";
        }
    }

    /// <summary>What all steps of a search say together.</summary>
    public static IEnumerable<string> OfSteps(CapacityEstimate? capacity) =>
        capacity is null ? [] : Of(capacity).Select(line => $"all steps: {line}");

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
