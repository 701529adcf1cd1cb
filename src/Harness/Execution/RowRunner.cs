namespace GatewayBench;

/// <summary>Runs one row: a checked iteration, the warm-up, the measured time, the drain.</summary>
/// <param name="row">What is run.</param>
/// <param name="options">How.</param>
/// <param name="cancelled">Ends it before its time.</param>
/// <param name="feed">Told how far it is; null for nobody.</param>
/// <param name="slos">What may end it for being hopeless; null for nothing.</param>
internal sealed class RowRunner(
    Row row,
    RunOptions options,
    CancellationToken cancelled,
    LiveFeed? feed = null,
    SloSet? slos = null
)
{
    private readonly TimeProvider _clock = options.Clock;

    /// <returns>Null if the run was cancelled before anything was measured.</returns>
    /// <exception cref="TargetStartException">The target could not be started.</exception>
    /// <exception cref="SettingException">Its users need more descriptors than there are.</exception>
    /// <exception cref="TargetFaultException">The target did what makes figures from it worthless.</exception>
    /// <exception cref="ScenarioException">The scenario could not make a request.</exception>
    public async Task<RowResult?> RunAsync(Calibrations? calibrations)
    {
        feed?.Enter(LivePhase.Starting);
        await row.Target.StartAsync(cancelled);
        DescriptorNeed.Require(row, options.Descriptors());
        // An earlier row may have used the same ids: they are no second attempts.
        row.Target.Provider?.Arrivals.Forget();
        using var client = row.Target.CreateClient();
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        using var sockets = row.Scenario.UsesSockets ? row.Target.CreateSocketClient() : null;
        using var run = new RowRun(row, client, options, cut.Token, sockets);
        using var generator = Generator.Of(row.Load, run, options);
        using var window = new MeasuredWindow(row.Target, run, generator, _clock);
        var watch = new RowWatch(row, run, options, cancelled);
        if (await watch.FirstFailureAsync() is { } failure)
        {
            return cancelled.IsCancellationRequested
                ? null
                : RowReport.NotLoaded(row, run, window, failure);
        }
        var ceiling = await (
            Calibrating(calibrations)?.ProviderRateAsync(row) ?? Task.FromResult<double?>(null)
        );
        try
        {
            await LoadAsync(run, watch, generator, window);
        }
        catch
        {
            // Nobody will read these figures: what is in flight need not be waited for.
            await cut.CancelAsync();
            throw;
        }
        finally
        {
            run.Stop();
            feed?.Enter(LivePhase.Draining);
            await generator.DrainAsync();
        }
        await watch.RequireNoFaultAsync();
        if (window.Measured <= TimeSpan.Zero)
        {
            return null;
        }
        var clientCpu = cancelled.IsCancellationRequested
            ? null
            : await (
                Calibrating(calibrations)?.ClientCpuAsync(row, run.Canned)
                ?? Task.FromResult<TimeSpan?>(null)
            );
        await window.CatchUpAsync();
        return RowReport.Of(row, run, window, generator.Figures, new(clientCpu, ceiling));
    }

    private Calibrations? Calibrating(Calibrations? calibrations)
    {
        if (calibrations is not null)
        {
            feed?.Enter(LivePhase.Calibrating);
        }
        return calibrations;
    }

    private async Task LoadAsync(
        RowRun run,
        RowWatch watch,
        Generator generator,
        MeasuredWindow window
    )
    {
        var isCold = options.WarmUpCap == TimeSpan.Zero;
        if (!isCold)
        {
            generator.Start();
            feed?.Enter(LivePhase.WarmUp, run, options.WarmUpCap + generator.StartingTime);
            (window.WarmUp, window.Settled) = await watch.WarmUpAsync(generator, feed);
        }
        if (cancelled.IsCancellationRequested)
        {
            return;
        }
        await window.PrepareAsync();
        var from = _clock.GetTimestamp() + _clock.TicksOf(generator.Notice);
        run.Measure(from, from + _clock.TicksOf(row.Load.Duration));
        generator.Measure(from);
        window.Begin(from);
        feed?.Enter(LivePhase.Measuring, run, row.Load.Duration);
        if (isCold)
        {
            generator.Start();
        }
        await MeasureAsync(run, watch, generator, window);
    }

    /// <summary>Waits for the end of the measured time, and cuts it into slices meanwhile.</summary>
    private async Task MeasureAsync(
        RowRun run,
        RowWatch watch,
        Generator generator,
        MeasuredWindow window
    )
    {
        var abort = slos is null
            ? null
            : new AbortWatch(slos, run, window.Stages, options.TimeScale);
        if (_clock == TimeProvider.System)
        {
            // A target in this process may block all threads of the pool: just then it has to be seen.
            await Task.Factory.StartNew(
                () =>
                {
                    while (Next() is { } wait)
                    {
                        watch.Wait(wait);
                        Look();
                    }
                    End();
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }
        else
        {
            while (Next() is { } wait)
            {
                await watch.WaitAsync(wait);
                Look();
            }
            End();
        }
        await window.ReadUsageAsync();

        TimeSpan? Next() =>
            window.AbortedBy is null
            && !run.Stopped
            && _clock.GetElapsedTime(_clock.GetTimestamp(), run.MeasuredTo) is var left
            && left > TimeSpan.Zero
                ? window.NextLook(left)
                : null;

        void Look()
        {
            window.Advance();
            window.AbortedBy = abort?.Look(_clock.GetElapsedTime(window.From));
            feed?.Tick(run, generator, window.Timeline);
        }

        void End()
        {
            run.Stop();
            window.End();
        }
    }
}
