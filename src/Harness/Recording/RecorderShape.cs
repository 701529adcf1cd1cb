namespace GatewayBench;

/// <summary>What the recorders of one row have to keep.</summary>
/// <param name="TimestampFrequency">Timestamps a second.</param>
/// <param name="Checks">How many checks the scenario has.</param>
/// <param name="Metrics">The scenario's own metrics.</param>
/// <param name="HasSchedule">Whether hits have an intended time that they can be late for: open loads.</param>
/// <param name="HasStreams">Whether answers are streamed.</param>
internal sealed record RecorderShape(
    long TimestampFrequency,
    int Checks,
    IReadOnlyList<CustomMetric> Metrics,
    bool HasSchedule,
    bool HasStreams = false
)
{
    public RecorderShape(TimeProvider clock, Scenario scenario, bool hasSchedule)
        : this(
            clock.TimestampFrequency,
            scenario.Checks.Count,
            scenario.Metrics,
            hasSchedule,
            scenario.Format is not null
        ) { }
}
