using Microsoft.Extensions.Hosting;

namespace GatewayBench;

/// <summary>
/// Replaces a host's own lifetime, which would take Ctrl-C away from the process that the host is a
/// guest in.
/// </summary>
internal sealed class NoConsoleLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
