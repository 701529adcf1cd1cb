namespace GatewayBench;

/// <summary>Both ways of a row to its answers: through the gateway, and directly.</summary>
internal sealed class OverheadArms : IDisposable
{
    private readonly Row _row;
    private readonly DirectTarget _target;
    private readonly RunOptions _options;
    private readonly CancellationToken _stop;
    private readonly HttpMessageInvoker _gatewayClient;
    private readonly HttpMessageInvoker _directClient;

    /// <param name="row">The gateway, started, and what is asked of it.</param>
    /// <param name="tapes">Of the gateway's provider and of that of the direct arm.</param>
    /// <param name="target">The direct arm's provider.</param>
    /// <param name="options">How.</param>
    /// <param name="stop">Gives up.</param>
    public OverheadArms(
        Row row,
        (ProviderTape Gateway, ProviderTape Direct) tapes,
        DirectTarget target,
        RunOptions options,
        CancellationToken stop
    )
    {
        (_row, _target, _options, _stop) = (row, target, options, stop);
        (GatewayTape, DirectTape) = tapes;
        _gatewayClient = row.Target.CreateClient();
        _directClient = target.CreateClient();
        Gateway = new RowRun(row, _gatewayClient, options, stop);
    }

    public RowRun Gateway { get; }

    public ProviderTape GatewayTape { get; }

    public ProviderTape DirectTape { get; }

    public TimeProvider Clock => _options.Clock;

    public ulong Seed => _options.Seed;

    /// <summary>What a provider knows an exchange by.</summary>
    public RequestId TraceOf(in HitId id) => Gateway.TraceIds!.Of(id);

    public DirectStep NewDirectStep(StreamFormat? format) =>
        new(_target, _directClient, format, _options, _stop);

    /// <summary>One exchange alone, so that what is wrong with all of them is said once.</summary>
    /// <returns>The calls that came to the provider of it.</returns>
    /// <exception cref="TargetStartException">It failed.</exception>
    public async Task<TapedCall[]> FirstAsync()
    {
        var trace = TraceOf(new HitId(HitPhase.FirstCheck, 0, 0));
        GatewayTape.Expect(trace);
        if (await new RowWatch(_row, Gateway, _options, _stop).FirstFailureAsync() is { } failure)
        {
            var sample = Gateway.Samples.All().GetValueOrDefault(failure.Outcome);
            _stop.ThrowIfCancellationRequested();
            throw new TargetStartException(
                $"The first {_row.Scenario.Name} failed as {failure.Outcome.Label()}{(sample is null ? "" : $": {sample}")}"
            );
        }
        return GatewayTape.Take(trace);
    }

    /// <exception cref="TargetFaultException">The gateway did what makes figures from it worthless.</exception>
    public void RequireNoFault()
    {
        _stop.ThrowIfCancellationRequested();
        if (_row.Target.Fault is { } fault)
        {
            throw new TargetFaultException(fault);
        }
    }

    public void Dispose()
    {
        Gateway.Dispose();
        _gatewayClient.Dispose();
        _directClient.Dispose();
    }
}
