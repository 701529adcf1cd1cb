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
    IHostApplicationLifetime lifetime,
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

    /// <summary>The gateway is about to end: turns may, and nothing new begins.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    /// <summary>The gateway can't wait any longer for turns to end.</summary>
    public CancellationToken Ending => draining.Ending;

    public TimeProvider Clock => clock;
}
