namespace GatewayBench;

/// <summary>
/// The users of an arm at work, slice by slice: between slices each of them waits ahead of its next
/// iteration, with its state and connection.
/// </summary>
internal sealed class ArmLoad : IAsyncDisposable
{
    /// <summary>New connections are opened for the open load; its code has been warmed up by the users.</summary>
    private static readonly TimeSpan OpenWarmUp = TimeSpan.FromSeconds(1);

    private readonly Row _row;
    private readonly RunOptions _options;
    private readonly CancellationToken _stop;
    private readonly HttpMessageInvoker _client;
    private readonly HttpMessageInvoker? _sockets;
    private readonly Turnstile _turnstile;
    private readonly RowRun _run;
    private readonly RowWatch _watch;
    private readonly ClosedGenerator _users;

    private ArmLoad(Row row, ClosedLoad load, RunOptions options, CancellationToken stop)
    {
        (_row, _options, _stop) = (row, options, stop);
        _client = row.Target.CreateClient();
        _sockets = row.Scenario.UsesSockets ? row.Target.CreateSocketClient() : null;
        _turnstile = new Turnstile(load.Users, options.Clock);
        _run = new RowRun(row, _client, options, stop, _sockets) { Turnstile = _turnstile };
        _watch = new RowWatch(row, _run, options, stop);
        _users = new ClosedGenerator(load, _run);
    }

    public TimeSpan WarmUp { get; private set; }

    /// <summary>Whether the target had settled when the warm-up ended; null without one.</summary>
    public bool? Settled { get; private set; }

    /// <summary>Starts the target and its users, and warms up until the target has settled.</summary>
    /// <param name="row">With a closed load.</param>
    /// <param name="options">How.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="TargetStartException">The target could not be started, or fails at the first iteration.</exception>
    public static async Task<ArmLoad> StartAsync(
        Row row,
        RunOptions options,
        CancellationToken stop
    )
    {
        row = row with { Scenario = row.Scenario.For(row.Target.Provider) };
        await row.Target.StartAsync(stop);
        DescriptorNeed.Require(row, options.Descriptors());
        var load = new ArmLoad(row, (ClosedLoad)row.Load, options, stop);
        try
        {
            await load.BeginAsync();
            return load;
        }
        catch
        {
            await load.DisposeAsync();
            throw;
        }
    }

    public async Task<SliceFigures> SliceAsync(TimeSpan length)
    {
        var usage = await ProcessUsage.ReadAsync(_row.Target);
        var before = OutcomeCounts();
        _turnstile.Open();
        await _watch.WaitAsync(length);
        var worked = await CloseAsync();
        var used = await ProcessUsage.ReadAsync(_row.Target) - usage;
        await _watch.RequireNoFaultAsync();
        var counts = OutcomeCounts().Zip(before, (now, then) => now - then).ToArray();
        var errors = Outcomes
            .All.Where(outcome => outcome != Outcome.Success && counts[(int)outcome] > 0)
            .ToArray();
        return new SliceFigures(
            counts.Sum(),
            counts[(int)Outcome.Success],
            worked.TotalSeconds,
            used?.Cpu.TotalSeconds,
            used?.AllocatedBytes,
            errors.ToDictionary(error => error.Label(), error => counts[(int)error]),
            errors.Except(_row.Scenario.Expected).Sum(error => counts[(int)error])
        );
    }

    /// <summary>The same scenario as an open load, while the users wait.</summary>
    /// <param name="rate">Arrivals per second.</param>
    /// <param name="length">For how long they arrive.</param>
    public async Task<OpenFigures> OpenAsync(double rate, TimeSpan length)
    {
        var row = _row with { Load = Load.Constant(rate, length) };
        var options = _options with
        {
            WarmUpCap = _options.WarmUpCap < OpenWarmUp ? _options.WarmUpCap : OpenWarmUp,
        };
        var result = await new RowRunner(row, options, _stop).RunAsync(calibrations: null);
        return OpenFigures.Of(result ?? throw new OperationCanceledException(_stop));
    }

    public async ValueTask DisposeAsync()
    {
        _run.Stop();
        await _users.DrainAsync();
        _users.Dispose();
        _run.Dispose();
        _sockets?.Dispose();
        _client.Dispose();
    }

    private async Task BeginAsync()
    {
        if (await _watch.FirstFailureAsync() is { } failure)
        {
            var sample = _run.Samples.All().GetValueOrDefault(failure.Outcome);
            throw new TargetStartException(
                $"The first {_row.Scenario.Name} failed as {failure.Outcome.Label()}{(sample is null ? "" : $": {sample}")}"
            );
        }
        _users.Start();
        if (_options.WarmUpCap > TimeSpan.Zero)
        {
            (WarmUp, Settled) = await _watch.WarmUpAsync(_users);
        }
        await CloseAsync();
        // From here on to the end: what is counted is told by slices.
        _run.Measure(_options.Clock.GetTimestamp(), long.MaxValue);
    }

    private async Task<TimeSpan> CloseAsync()
    {
        try
        {
            return await _turnstile.CloseAsync(_run.Ending);
        }
        catch (OperationCanceledException) when (!_stop.IsCancellationRequested)
        {
            // A user that failed will never come.
            await _watch.RequireNoFaultAsync();
            throw;
        }
    }

    private long[] OutcomeCounts()
    {
        var sums = new long[Outcomes.All.Length];
        foreach (var recorder in _run.Recorders.All)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] += recorder.OutcomeCounts[i];
            }
        }
        return sums;
    }
}
