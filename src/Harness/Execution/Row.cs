namespace GatewayBench;

/// <summary>One line of a result's table: a scenario, under a load, against a target.</summary>
/// <param name="Target">What is loaded; started when its first row begins.</param>
/// <param name="Scenario">What a user does.</param>
/// <param name="Load">When it is done.</param>
public sealed record Row(ITarget Target, Scenario Scenario, Load Load)
{
    /// <summary>The load's name, and how users of a closed one think: by median and p99, whatever the distribution.</summary>
    internal string LoadName =>
        Load is ClosedLoad && Scenario.Pause is { } pause
            ? $"{Load.Name}, think {ThinkTime(pause.FromUniform(0.5), pause.FromUniform(0.99))}"
            : Load.Name;

    private static string ThinkTime(TimeSpan p50, TimeSpan p99) =>
        p50 == p99 ? Units.Time(p50) : $"p50 {Units.Time(p50)} p99 {Units.Time(p99)}";
}
