namespace GatewayBench;

/// <summary>What the recorders of one row have to keep.</summary>
/// <param name="TimestampFrequency">Timestamps a second.</param>
/// <param name="Checks">How many checks the scenario has.</param>
/// <param name="Metrics">The scenario's own metrics.</param>
/// <param name="HasSchedule">Whether hits have an intended time that they can be late for: open loads.</param>
/// <param name="HasStreams">Whether answers are streamed.</param>
/// <param name="Slowest">How many of the slowest exchanges are kept.</param>
/// <param name="HasCauses">Whether these are single exchanges, of which it is kept why they take long.</param>
internal sealed record RecorderShape(
    long TimestampFrequency,
    int Checks,
    IReadOnlyList<CustomMetric> Metrics,
    bool HasSchedule,
    bool HasStreams = false,
    int Slowest = 0,
    bool HasCauses = false
)
{
    /// <param name="clock">Whose timestamps.</param>
    /// <param name="scenario">What is recorded.</param>
    /// <param name="hasSchedule">Whether hits can be late.</param>
    /// <param name="slowest">How many of the slowest are kept if they are exchanges, and not several of them.</param>
    public RecorderShape(TimeProvider clock, Scenario scenario, bool hasSchedule, int slowest)
        : this(
            clock.TimestampFrequency,
            scenario.Checks.Count,
            scenario.Metrics,
            hasSchedule,
            scenario.Format is not null,
            scenario.Form is HttpForm or SocketForm ? slowest : 0,
            scenario.Form is HttpForm or SocketForm
        ) { }
}
