using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>What all sockets share.</summary>
internal sealed class SocketServices(
    TurnEvents turns,
    TurnFailures failures,
    SocketCommands commands,
    SocketMetrics metrics,
    CallerLimit limit,
    IOptions<SocketOptions> options,
    Draining draining,
    TimeProvider clock
)
{
    public TurnEvents Turns => turns;

    public TurnFailures Failures => failures;

    public SocketCommands Commands => commands;

    public SocketMetrics Metrics => metrics;

    public CallerLimit Limit => limit;

    public SocketOptions Options { get; } = options.Value;

    /// <summary>The gateway closes its door: turns may end, and nothing new begins.</summary>
    public CancellationToken Closing => draining.Closing;

    /// <summary>The gateway can't wait any longer for turns to end.</summary>
    public CancellationToken Ending => draining.Ending;

    public TimeProvider Clock => clock;
}
