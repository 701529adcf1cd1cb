using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Gateway;

/// <summary>
/// What agents and their tools do. Names, units and bounds of <c>gen_ai</c> instruments:
/// OpenTelemetry semantic conventions for generative AI agents and tools.
/// </summary>
internal sealed class AgentMetrics
{
    /// <summary>The agent that answers the caller, as <c>gen_ai.agent.name</c>.</summary>
    public const string MainAgent = "main";

    /// <summary>An agent that another one delegated to.</summary>
    public const string SubAgent = "sub_agent";

    /// <summary>The <c>error.type</c> where the caller has left.</summary>
    public const string Cancelled = "cancelled";

    private const string AgentName = "gen_ai.agent.name";
    private const string ErrorType = "error.type";

    private readonly Histogram<double> _tools;
    private readonly Histogram<double> _agents;
    private readonly Histogram<int> _steps;
    private readonly TimeProvider _clock;

    public AgentMetrics(IMeterFactory meters, TimeProvider clock)
    {
        _clock = clock;
        var meter = meters.Create(GatewayMetrics.MeterName);
        _tools = Durations(
            meter,
            "gen_ai.execute_tool.duration",
            "Time of one call of a tool.",
            from: 0.01,
            count: 14
        );
        _agents = Durations(
            meter,
            "gen_ai.invoke_agent.duration",
            "Time in which an agent or sub-agent answered.",
            from: 0.1,
            count: 13
        );
        _steps = meter.CreateHistogram(
            "gateway.agent.steps",
            "{step}",
            "Calls of the model that an agent or sub-agent made in one turn.",
            advice: new InstrumentAdvice<int>
            {
                HistogramBucketBoundaries = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 50],
            }
        );
    }

    /// <param name="tool">Null if there is no such tool: names that models make up are no labels.</param>
    /// <param name="duration">How long the call took.</param>
    /// <param name="error">What went wrong; null if nothing.</param>
    public void ToolCalled(string? tool, TimeSpan duration, string? error)
    {
        var tags = new TagList
        {
            { "gen_ai.tool.name", tool ?? ToolException.UnknownTool },
            { "gen_ai.tool.type", "function" },
        };
        if (error is not null)
        {
            tags.Add(ErrorType, error);
        }
        _tools.Record(duration.TotalSeconds, tags);
    }

    /// <summary>Measures an agent's turn until the result is disposed.</summary>
    public AgentMeasurement Measure(
        string agent,
        AgentTurn turn,
        CancellationToken cancellationToken
    ) => new(this, _clock, agent, turn, cancellationToken);

    public void AgentEnded(string agent, TimeSpan duration, int steps, string? error)
    {
        var tags = new TagList { { AgentName, agent } };
        _steps.Record(steps, tags);
        if (error is not null)
        {
            tags.Add(ErrorType, error);
        }
        _agents.Record(duration.TotalSeconds, tags);
    }

    private static Histogram<double> Durations(
        Meter meter,
        string name,
        string description,
        double from,
        int count
    ) =>
        meter.CreateHistogram(
            name,
            "s",
            description,
            advice: new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries =
                [
                    .. Enumerable.Range(0, count).Select(n => from * (1 << n)),
                ],
            }
        );
}
