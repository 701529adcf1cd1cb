namespace GatewayBench.ProvingGround;

/// <summary>Runs a trial for real, and keeps what the diagnosis said.</summary>
internal static class TrialRun
{
    /// <summary>In its report.</summary>
    public static string NameOf(Fault fault, ulong seed) => $"{fault.Name}-{seed}";

    public static async Task<TrialRecord> RunAsync(
        Fault fault,
        ulong seed,
        string? folder,
        CancellationToken stop
    )
    {
        // What earlier trials left in this process is no part of this one.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        var trial = new Trial();
        fault.Draw(trial, new Dice(seed, fault.Name));
        await using var provider = await FakeProvider.StartAsync(
            o => trial.Configure(o, seed),
            stop
        );
        var target = trial.Host(provider);
        await using var running = (IAsyncDisposable)target;
        var options = new RunOptions
        {
            Name = NameOf(fault, seed),
            Seed = seed,
            Prompts = trial.Prompts,
            WarmUpCap = trial.WarmUp,
            ExchangeTimeout = trial.ExchangeTimeout,
            DrainCap = TimeSpan.FromSeconds(5),
            Calibrate = false,
            OutputDirectory = folder,
        };
        var result = await LoadRunner.RunAsync(target, trial.Scenario, trial.Load, options, stop);
        return TrialRecord.Of(fault, seed, result.Rows[0].Diagnosis);
    }
}
