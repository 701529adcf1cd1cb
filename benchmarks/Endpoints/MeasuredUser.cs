namespace GatewayBench.Benchmarks.Endpoints;

/// <summary>
/// One user with a gateway of its own; exchanges of the main run are recorded as by the load runner.
/// </summary>
internal sealed class MeasuredUser : IAsyncDisposable
{
    private readonly SampleGateway _gateway;
    private readonly HttpMessageInvoker _client;
    private readonly HttpMessageInvoker? _sockets;
    private readonly RowRun _run;
    private readonly IStep _exchange;
    private readonly MainRun _mainRun;
    private long _sent;

    private MeasuredUser(SampleGateway gateway, Scenario scenario)
    {
        _gateway = gateway;
        var target = gateway.Target;
        var options = new RunOptions();
        _client = target.CreateClient();
        _sockets = scenario.UsesSockets ? target.CreateSocketClient() : null;
        // The load only says that there is no schedule to be late for.
        var row = new Row(target, scenario, Load.Closed(1, TimeSpan.FromHours(1)));
        _run = new RowRun(row, _client, options, CancellationToken.None, _sockets);
        _exchange = _run.NewStep(_run.NewUser(0));
        _mainRun = new MainRun(options.Clock);
    }

    /// <summary>The latencies of the main run, in nanoseconds, and how long it took.</summary>
    public HistogramLogInterval Measured =>
        new(_mainRun.Started, _mainRun.Length, _run.Recorders.Sum().Successes.Latency);

    public static async Task<MeasuredUser> StartAsync(MeasuredCase measured) =>
        new(await SampleGateway.StartAsync(measured), measured.Scenario);

    /// <exception cref="InvalidOperationException">It did not succeed, which spoils the benchmark.</exception>
    public async Task ExchangeAsync()
    {
        var hit = await _exchange.RunAsync(
            _run.Clock.GetTimestamp(),
            new HitId(HitPhase.Measured, 0, _sent++)
        );
        if (hit.Outcome != Outcome.Success)
        {
            throw new InvalidOperationException(
                $"{_run.Scenario.Name} ended as {hit.Outcome}: {_run.Samples[hit.Outcome]}"
            );
        }
        if (_mainRun.IsOn)
        {
            _run.Recorders.Mine.Record(hit);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _mainRun.Dispose();
        await _exchange.DisposeAsync();
        _run.Dispose();
        _client.Dispose();
        _sockets?.Dispose();
        await _gateway.DisposeAsync();
    }
}
