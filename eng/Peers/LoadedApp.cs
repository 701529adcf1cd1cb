using System.Runtime.CompilerServices;

namespace GatewayBench.Peers;

/// <summary>One app, and all that load it: each has the machine to itself while it does.</summary>
internal sealed class LoadedApp : IAsyncDisposable
{
    private readonly App _app;
    private readonly Plan _plan;
    private readonly AppProcess _process;
    private readonly IReadOnlyList<InProcess> _ours;

    private LoadedApp(App app, Plan plan, AppProcess process)
    {
        _app = app;
        _plan = plan;
        _process = process;
        _ours = [.. plan.Transports.Select(transport => new InProcess(app, transport))];
    }

    public static async Task<LoadedApp> StartAsync(App app, Plan plan, CancellationToken stop) =>
        new(app, plan, await AppProcess.StartAsync(app, stop));

    /// <summary>One round: every load generator once.</summary>
    public async IAsyncEnumerable<Sample> RunAsync(
        int users,
        int round,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        foreach (var peer in _plan.Peers)
        {
            var rate = await peer.RunAsync(
                new Uri(_process.Address, App.Route),
                users,
                _plan.Seconds,
                stop
            );
            yield return new Sample(_app.Title, users, round, peer.Title, rate);
        }
        foreach (var ours in _ours)
        {
            var row = await ours.RunAsync(users, _plan.Seconds, stop);
            yield return new Sample(_app.Title, users, round, ours.Name, row.SuccessesPerSecond)
            {
                Fairness = row.Fairness,
                Invalid = row.Invalid,
            };
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Dispose();
        foreach (var ours in _ours)
        {
            await ours.DisposeAsync();
        }
    }
}
