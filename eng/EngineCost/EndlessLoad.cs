namespace GatewayBench.EngineCost;

/// <summary>One closed run of one row that goes on until it is ended, recording from the first exchange.</summary>
internal sealed class EndlessLoad : IAsyncDisposable
{
    private static readonly RunOptions Cold = new()
    {
        WarmUpCap = TimeSpan.Zero,
        Calibrate = false,
    };
    private readonly CancellationTokenSource _end;
    private readonly Task<LoadResult> _run;

    /// <param name="target">Where to.</param>
    /// <param name="scenario">What its users do.</param>
    /// <param name="load">The load, by its duration.</param>
    /// <param name="stop">Ends it from outside.</param>
    public EndlessLoad(
        ITarget target,
        Scenario scenario,
        Func<TimeSpan, ClosedLoad> load,
        CancellationToken stop
    )
    {
        _end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        _run = LoadRunner.RunAsync(
            target,
            // What is in flight when it is ended.
            scenario.Expect(Outcome.Cancelled),
            load(TimeSpan.FromDays(1)),
            Cold,
            _end.Token
        );
    }

    /// <summary>Waits for something that the load brings about, unless it fails before.</summary>
    /// <exception cref="LoadFailedException">A response was wrong.</exception>
    public async Task UntilAsync(Task reached)
    {
        if (await Task.WhenAny(reached, _run) == _run)
        {
            Require(await _run);
            throw new OperationCanceledException();
        }
    }

    /// <exception cref="LoadFailedException">A response was wrong.</exception>
    public async Task EndAsync()
    {
        await _end.CancelAsync();
        Require(await _run);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await ((Task)_run).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    // That it ends before its time is meant.
    private static void Require(LoadResult result) =>
        (result with { Partial = false }).ShouldSucceed(maxErrors: 0);
}
