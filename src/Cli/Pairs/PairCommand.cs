using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>What <c>compare</c> and <c>noise</c> do once they know their arms.</summary>
/// <param name="parsed">The command line.</param>
/// <param name="options">What it may say of pairs.</param>
/// <param name="bench">What the bench file says.</param>
/// <param name="benchFile">Where it is.</param>
internal sealed class PairCommand(
    ParseResult parsed,
    PairOptions options,
    BenchPlan bench,
    string benchFile
)
{
    private readonly TextWriter _error = parsed.InvocationConfiguration.Error;

    /// <summary>Refuses what nothing reads, and turns failures into exit codes.</summary>
    public static async Task<int> RunAsync(
        TextWriter error,
        Func<Task<int>> run,
        CancellationToken stop
    )
    {
        try
        {
            var settings = LoadSettings.FromEnvironment();
            settings.RefuseGiven("the options of this verb say it", [.. settings.Given]);
            return await run();
        }
        catch (Exception e) when (RunFailure.CodeOf(e, stop) is { } code)
        {
            await error.WriteLineAsync($"gatewaybench: {RunFailure.MessageOf(e)}");
            return code;
        }
    }

    /// <returns>The exit code.</returns>
    public async Task<int> CompareAsync(PairPlan plan, ArmSpec a, ArmSpec b, CancellationToken stop)
    {
        var fresh = New(plan, a, b);
        var noise = options.NoiseOf(parsed, plan, bench, fresh.Machine);
        if (noise?.Refusal is { } refusal)
        {
            await RefuseAsync(_error, refusal);
            return ExitCodes.Invalid;
        }
        fresh = fresh with
        {
            Sigma = noise?.Sigma,
            SmallestLoss = noise is null
                ? null
                : SmallestLoss.Of(plan.Rule!, plan.Primary, noise.Sigma),
        };
        await _error.WriteLineAsync($"A: {a.Shown}");
        await _error.WriteLineAsync($"B: {b.Shown}");
        await _error.WriteLineAsync(ComparisonLines.Reach(fresh));
        var done = await MeasureAsync(fresh, plan, a, b, stop);
        return done.Partial ? ExitCodes.Cancelled
            : done.Refusal is not null ? ExitCodes.Invalid
            : done.Verdict == PairedResults.Label(Verdict.Regressed) ? ExitCodes.Missed
            : ExitCodes.Success;
    }

    /// <summary>Compares one configuration after the other with the one that is there.</summary>
    /// <param name="plan">How each is.</param>
    /// <param name="switches">What is compared: the configured arm, and the same with a switch set.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> AblateAsync(
        PairPlan plan,
        IReadOnlyList<(ArmSpec A, ArmSpec B)> switches,
        CancellationToken stop
    )
    {
        PairedComparison[] fresh = [.. switches.Select(one => New(plan, one.A, one.B))];
        var noise = options.NoiseOf(parsed, plan, bench, fresh[0].Machine);
        if (noise?.Refusal is { } refusal)
        {
            await RefuseAsync(_error, refusal);
            return ExitCodes.Invalid;
        }
        using var machine = await LockAsync(fresh[0].Name, stop);
        var ablation = AblationFolder.Open(options.Resume(parsed), options.Out(parsed), fresh);
        while (ablation.Next is { } next && !stop.IsCancellationRequested)
        {
            await _error.WriteLineAsync(ablation.Progress());
            var (a, b) = switches[next];
            var done = await new PairSession(
                ablation.FolderOf(next),
                TextWriter.Null,
                _error
            ).RunAsync(ablation[next], Meter(plan, a, b), stop);
            ablation.Keep(next, done);
            if (done.Partial)
            {
                break;
            }
        }
        ablation.Report(parsed.InvocationConfiguration.Output);
        return ablation.Next is not null ? ExitCodes.Cancelled
            : ablation.All.Any(one => one.Refusal is not null) ? ExitCodes.Invalid
            : ExitCodes.Success;
    }

    /// <returns>The exit code.</returns>
    public async Task<int> CalibrateAsync(PairPlan plan, ArmSpec arm, CancellationToken stop)
    {
        var done = await MeasureAsync(New(plan, arm, arm), plan, arm, arm, stop);
        if (done.Partial)
        {
            return ExitCodes.Cancelled;
        }
        var rows = NoiseRow.Of(done);
        var store = new NoiseStore(parsed.GetRequiredValue(options.Store));
        var path = store.Store(store.Of(Fingerprint.Of(done.Machine)).With(rows));
        var output = parsed.InvocationConfiguration.Output;
        foreach (var row in rows)
        {
            var sigma = ComparisonLines.Share(row.Sigma);
            var (low, high) = (ComparisonLines.Share(row.Low), ComparisonLines.Share(row.High));
            await output.WriteLineAsync(
                $"Sigma   {row.Metric} of {row.Row}: {sigma} ({low} to {high}), {row.Pairs} pairs"
            );
            await output.WriteLineAsync(
                row.Refusal is null ? "" : $"        REFUSED: {row.Refusal}"
            );
        }
        await output.WriteLineAsync($"Noise   {path}");
        return
            done.Refusal is not null
            || rows.Any(row => row.Metric == plan.Metric && row.Refusal is not null)
            ? ExitCodes.Invalid
            : ExitCodes.Success;
    }

    private async Task<PairedComparison> MeasureAsync(
        PairedComparison fresh,
        PairPlan plan,
        ArmSpec a,
        ArmSpec b,
        CancellationToken stop
    )
    {
        var resumed = options.Resume(parsed);
        PairedComparison Begun() => resumed is null ? fresh : PairSession.Resume(resumed, fresh);
        // Before anybody waits for the machine what is wrong is refused; what is right may grow meanwhile.
        _ = Begun();
        using var machine = await LockAsync(fresh.Name, stop);
        var comparison = Begun();
        var session = new PairSession(
            resumed ?? PairSession.NewFolder(options.Out(parsed), fresh),
            parsed.InvocationConfiguration.Output,
            _error
        );
        return await session.RunAsync(comparison, Meter(plan, a, b), stop);
    }

    private PairMeter Meter(PairPlan plan, ArmSpec a, ArmSpec b)
    {
        var launcher = new ArmLauncher(
            Path.GetFullPath(benchFile),
            plan,
            options.TransportOf(parsed, bench),
            options.Allow(parsed),
            a,
            b
        );
        return new PairMeter(launcher.LaunchAsync, plan, TimeProvider.System);
    }

    private Task<LoadLock> LockAsync(string name, CancellationToken stop) =>
        LoadLock.AcquireAsync(
            LoadLock.DefaultPath,
            name,
            TimeProvider.System,
            _error.WriteLine,
            stop
        );

    /// <summary>Says why there is no verdict where pairs of one build differ.</summary>
    public static Task RefuseAsync(TextWriter error, string refusal) =>
        error.WriteLineAsync(
            $"gatewaybench: no verdict may be given here. {refusal} Find what differs between the two arms of one build, then measure again: gatewaybench noise"
        );

    private PairedComparison New(PairPlan plan, ArmSpec a, ArmSpec b) =>
        new()
        {
            SchemaVersion = PairedComparison.CurrentSchemaVersion,
            Name = options.Name(parsed, bench),
            StartedAt = TimeProvider.System.GetUtcNow(),
            Machine = MachineInfo.Read(),
            A = a.Shown,
            B = b.Shown,
            Plan = plan,
        };
}
