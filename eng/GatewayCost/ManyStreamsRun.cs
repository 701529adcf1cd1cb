namespace GatewayBench.GatewayCost;

/// <summary>What one load of very many streams came to.</summary>
/// <param name="Plan">What was to be there.</param>
/// <param name="Row">What the load engine measured of them, from the first stream on.</param>
/// <param name="Late">Those that came when all of them were there.</param>
/// <param name="Errors">Of all streams, the runner's own first included.</param>
/// <param name="Before">What the process held before the first stream.</param>
/// <param name="With">What it held with all of them.</param>
/// <param name="Window">The provider's tokens while all streams were there.</param>
internal sealed record ManyStreamsRun(
    ChatStreams Plan,
    RowResult Row,
    Latecomers Late,
    int Errors,
    Holding Before,
    Holding With,
    TokenWindow Window
)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    /// <summary>From when all users are there to when they are measured: what they hold is read meanwhile.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(8);

    /// <summary>For a machine that is late.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(3);

    private const double StartsPerSecond = 1_000;

    public double Heap => (double)(With.Heap - Before.Heap) / Plan.Streams;

    public double? Descriptors => (double?)(With.Descriptors - Before.Descriptors) / Plan.Streams;

    public IReadOnlyList<string> Samples =>
        [.. Row.Samples.Select(sample => $"{sample.Key}: {sample.Value}")];

    /// <summary>By how much the first token came later than the provider's plan for it.</summary>
    /// <returns>Null with too few streams to tell.</returns>
    public static double? LateMilliseconds(LongHistogram firstTokens, double percentile) =>
        (firstTokens.TimeAt(percentile) - ChatStreams.FirstToken)?.TotalMilliseconds;

    /// <summary>Streams that are all there until the last one has been measured: nobody begins a second one.</summary>
    public static ChatStreams PlanOf(int streams, int seconds) =>
        new(
            streams,
            StartsPerSecond,
            TimeSpan.FromSeconds(1),
            TimeOf(TimeSpan.FromSeconds(streams / StartsPerSecond), seconds) + Margin
        );

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
            plan.LoadOf(TimeOf(plan.Starting, seconds)),
            ChatStreams.Options(TimeSpan.Zero),
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
        var late = await Latecomers.MeasureAsync(gateway.Target, seconds, stop);
        var result = await run;
        stop.ThrowIfCancellationRequested();
        return new ManyStreamsRun(
            plan,
            result.Rows[0],
            late,
            target.Begun - whole.Count + late.Errors,
            before,
            with,
            window
        );
    }

    private static TimeSpan TimeOf(TimeSpan starting, int seconds) =>
        starting + Rest + TimeSpan.FromSeconds(seconds) + Latecomers.TimeOf(seconds);
}
