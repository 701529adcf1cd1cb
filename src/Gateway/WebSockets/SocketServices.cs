using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>What all sockets share.</summary>
internal sealed class SocketServices(
    TurnEvents turns,
    TurnFailures failures,
    SocketCommands commands,
    SocketMetrics metrics,
    IOptions<SocketOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider clock
)
{
    public TurnEvents Turns => turns;

    public TurnFailures Failures => failures;

    public SocketCommands Commands => commands;

    public SocketMetrics Metrics => metrics;

    public SocketOptions Options { get; } = options.Value;

    /// <summary>The gateway is about to end: turns may, and nothing new begins.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    public TimeProvider Clock => clock;
}
