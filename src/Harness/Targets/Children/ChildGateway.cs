using System.ComponentModel;
using System.Reflection;

namespace GatewayBench;

/// <summary>A gateway that runs as a process of its own, reached over loopback.</summary>
internal sealed class ChildGateway : IRunningGateway
{
    private readonly ChildProcess _process;
    private readonly TargetInfo _info;

    private ChildGateway(ChildProcess process, Uri address, TargetInfo info, WatchedServers servers)
    {
        _process = process;
        BaseAddress = address;
        _info = info;
        Watched = new WatchedSources([], servers.All) { Teller = process };
    }

    public Uri BaseAddress { get; }

    public TargetInfo Info =>
        _process.End is { } end
            ? _info with
            {
                Notes = [.. _info.Notes, $"its process ended while it was loaded: {end}"],
            }
            : _info;

    public string? Fault => _process.Fault;

    public IServiceProvider Services =>
        throw new InvalidOperationException(
            "The gateway is a process of its own (Hosting.Child); its services are there. Use Hosting.InProcess to reach them."
        );

    public WatchedSources Watched { get; }

    /// <exception cref="TargetStartException">It could not be started.</exception>
    public static async Task<IRunningGateway> StartAsync(
        Type entryPoint,
        GatewayHostSetup setup,
        CancellationToken cancellationToken
    )
    {
        var process = Launch(entryPoint, setup);
        try
        {
            var first = await process.FirstMessageAsync(cancellationToken);
            return first?.Listening is { } address
                ? new ChildGateway(
                    process,
                    address,
                    Describe(entryPoint.Assembly, setup, first),
                    setup.Servers
                )
                : throw new TargetStartException(
                    first?.StartFailure ?? Failed(entryPoint, $"its process ended: {process.End}")
                );
        }
        catch
        {
            process.Kill();
            await process.DisposeAsync();
            throw;
        }
    }

    public HttpMessageInvoker CreateClient() =>
        LoadClient.Create(new ConnectionOptions(), _ => { });

    public HttpMessageInvoker CreateSocketClient() =>
        LoadClient.CreateForSockets(new ConnectionOptions(), _ => { });

    public ValueTask<ProcessUsage?> ReadUsageAsync() => _process.ReadUsageAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static ChildProcess Launch(Type entryPoint, GatewayHostSetup setup)
    {
        try
        {
            return ChildProcess.Start(
                ChildLaunch.Of(entryPoint.Assembly, setup),
                ChildOrder.Of(entryPoint, setup),
                setup.HeapLimit
            );
        }
        catch (Exception e) when (e is TargetStartException or Win32Exception)
        {
            throw new TargetStartException(Failed(entryPoint, e.Message), e);
        }
    }

    private static string Failed(Type entryPoint, string why) =>
        $"Gateway '{entryPoint.Assembly.GetName().Name}' did not start: {why}";

    private static TargetInfo Describe(
        Assembly gateway,
        GatewayHostSetup setup,
        ChildMessage listening
    )
    {
        var collector = listening.ServerGc ? "server GC" : "workstation GC";
        var limit = setup.HeapLimit is { } bytes ? $", heap limit {Units.Bytes(bytes)}" : "";
        return new TargetInfo(
            gateway.GetName().Name!,
            "loopback",
            GatewayInfo.CommitOf(gateway),
            [$"a process of its own: {collector}{limit}"]
        )
        {
            Hosting = "child",
            Optimised = OptimisedCode.IsOptimised(gateway),
        };
    }
}
