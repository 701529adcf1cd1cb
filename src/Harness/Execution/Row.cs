namespace GatewayBench;

/// <summary>One line of a result's table: a scenario, under a load, against a target.</summary>
/// <param name="Target">What is loaded; started when its first row begins.</param>
/// <param name="Scenario">What a user does.</param>
/// <param name="Load">When it is done.</param>
public sealed record Row(ITarget Target, Scenario Scenario, Load Load)
{
    /// <summary>
    /// Name of the scenario that its cost is told beside, such as the same one without what this row's
    /// gateway adds; default, and where the run has no such row: the run's first.
    /// </summary>
    public string? ComparedTo { get; init; }

    /// <summary>The load's name, and how users of a closed one think: by median and p99, whatever the distribution.</summary>
    internal string LoadName =>
        Load is ClosedLoad
        && Scenario.Pauses.Select(ThinkTime).Distinct().ToList() is [_, ..] pauses
            ? $"{Load.Name}, think {string.Join(" or ", pauses)}"
            : Load.Name;

    private static string ThinkTime(Delay pause)
    {
        var (p50, p99) = (pause.FromUniform(0.5), pause.FromUniform(0.99));
        return p50 == p99 ? Units.Time(p50) : $"p50 {Units.Time(p50)} p99 {Units.Time(p99)}";
    }
}
