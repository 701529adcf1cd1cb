namespace GatewayBench.GatewayCost;

/// <summary>What one load of very many streams came to.</summary>
/// <param name="Plan">What was to be there.</param>
/// <param name="Row">What the load engine measured after the users had come.</param>
/// <param name="Errors">Of all streams, those that began while the users came included.</param>
/// <param name="Before">What the process held before the first stream.</param>
/// <param name="With">What it held with all of them.</param>
/// <param name="Window">The provider's tokens while the load was measured.</param>
internal sealed record ManyStreamsRun(
    ChatStreams Plan,
    RowResult Row,
    int Errors,
    Holding Before,
    Holding With,
    TokenWindow Window
)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    /// <summary>From when all users are there to when they are measured: what they hold is read meanwhile.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    public double Heap => (double)(With.Heap - Before.Heap) / Plan.Streams;

    public double? Descriptors => (double?)(With.Descriptors - Before.Descriptors) / Plan.Streams;

    public double Measured => Row.Requests;

    /// <summary>The provider's audit has no first tokens in this figure, and each stream has one.</summary>
    public double TokensDuePerSecond =>
        Plan.Streams
        * (Plan.Tokens - 1)
        / (ChatStreams.FirstToken + ((Plan.Tokens - 1) * Plan.Gap)).TotalSeconds;

    public IReadOnlyList<string> Samples =>
        [.. Row.Samples.Select(sample => $"{sample.Key}: {sample.Value}")];

    /// <summary>By how much the first token came later than the provider's plan for it.</summary>
    /// <returns>Null with too few streams to tell.</returns>
    public double? LateMilliseconds(double percentile) =>
        (
            Row.Streams!.TimeToFirstToken.TimeAt(percentile) - ChatStreams.FirstToken
        )?.TotalMilliseconds;

    public static async Task<ManyStreamsRun> MeasureAsync(
        StreamedGateway gateway,
        ChatStreams plan,
        int seconds,
        CancellationToken stop
    )
    {
        var target = new CountedTarget(gateway.Target);
        var whole = new Milestones();
        var before = await Holding.ReadAsync();
        var run = LoadRunner.RunAsync(
            target,
            whole.Watch(GatewayScenarios.StreamedChat()),
            plan.LoadOf(TimeSpan.FromSeconds(seconds)),
            ChatStreams.Options(Rest),
            stop
        );
        // The runner itself tries the scenario once before the users start.
        while (target.Begun <= plan.Streams && !run.IsCompleted)
        {
            await Task.Delay(Poll, stop);
        }
        var rested = Task.Delay(Rest, stop);
        await Task.Delay(StreamPlan.Settling, stop);
        var with = await Holding.ReadAsync();
        await rested;
        var window = await TokenWindow.MeasureAsync(gateway.Provider, seconds, stop);
        var result = await run;
        stop.ThrowIfCancellationRequested();
        return new ManyStreamsRun(
            plan,
            result.Rows[0],
            target.Begun - whole.Count,
            before,
            with,
            window
        );
    }
}
