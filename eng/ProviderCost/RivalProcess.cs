namespace GatewayBench.ProviderCost;

/// <summary>A rival as a process of its own.</summary>
internal sealed class RivalProcess : IDisposable
{
    private readonly AppProcess _process;

    private RivalProcess(string name, AppProcess process) => (Name, _process) = (name, process);

    public string Name { get; }

    public Uri Address => _process.Address;

    /// <exception cref="InvalidOperationException">It ended, or did not answer in time.</exception>
    public static async Task<RivalProcess> StartAsync(Rival rival, CancellationToken stop) =>
        new(rival.Name, await AppProcess.StartAsync(rival.Command!, stop));

    /// <exception cref="InvalidDataException">wrk saw errors.</exception>
    public async Task<SpeedSample> RunAsync(
        Wrk wrk,
        int users,
        int seconds,
        int round,
        CancellationToken stop
    )
    {
        var before = _process.Cpu;
        var rate = await wrk.RunAsync(new Uri(Address, ChatCall.Path), users, seconds, stop);
        return new SpeedSample(round, Name, wrk.Name, rate)
        {
            CpuMicroseconds = (_process.Cpu - before).TotalMicroseconds / (rate * seconds),
        };
    }

    /// <exception cref="LoadFailedException">An answer was wrong.</exception>
    public async Task<SpeedSample> RunOursAsync(
        byte[] answer,
        int users,
        int seconds,
        int round,
        CancellationToken stop
    )
    {
        var result = await LoadRunner.RunAsync(
            new RemoteTarget(Address.AbsoluteUri),
            ChatCall.Scenario(Address, answer),
            Load.Closed(users, TimeSpan.FromSeconds(seconds)),
            new RunOptions
            {
                Calibrate = false,
                // Round 0 is the warm-up.
                WarmUpCap = round == 0 ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero,
            },
            stop
        );
        stop.ThrowIfCancellationRequested();
        result.ShouldSucceed(maxErrors: 0);
        return new SpeedSample(round, Name, SpeedSample.Ours, result.Rows[0].SuccessesPerSecond);
    }

    public void Dispose() => _process.Dispose();
}
