using System.Runtime.CompilerServices;

namespace GatewayBench.GatewayCost;

/// <summary>What a stream through the gateway holds and costs with very many at once, and how soon it begins.</summary>
internal static class ManyStreams
{
    private const double MostLateMilliseconds = 250;
    private const double MostBytes = 64 * 1024;

    /// <summary>A few that the process opens for itself do not count.</summary>
    private const double MostDescriptors = 0.01;

    public static async IAsyncEnumerable<CostFigure> MeasureAsync(
        GatewayCostPlan plan,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var streams = ManyStreamsRun.PlanOf(plan.Streams, plan.Seconds);
        await StreamedGateway.WarmUpAsync(stop);
        await using var gateway = await StreamedGateway.StartAsync(
            streams,
            stop,
            latecomers: Latecomers.Count(plan.Seconds)
        );
        var run = await ManyStreamsRun.MeasureAsync(gateway, streams, plan.Seconds, stop);

        yield return CostFigure.AtMost(
            $"errors, {Show.Count(plan.Streams)} streams",
            run.Errors,
            0,
            Show.Count
        ) with
        {
            Invalid = run.Samples,
        };
        yield return CostFigure.AtMost(
            "TTFT p99 late, all there",
            ManyStreamsRun.LateMilliseconds(run.Late.FirstTokens, 99),
            MostLateMilliseconds,
            Show.Milliseconds
        );
        foreach (var percentile in (double[])[50, 99])
        {
            yield return CostFigure.Reported(
                $"TTFT p{percentile} late, ramp",
                ManyStreamsRun.LateMilliseconds(run.Row.Streams!.TimeToFirstToken, percentile),
                Show.Milliseconds
            );
        }
        yield return CostFigure.AtMost("heap a stream", run.Heap, MostBytes, Show.Bytes);
        yield return CostFigure.AtMost(
            "descriptors a stream",
            run.Descriptors,
            MostDescriptors,
            Show.Ratio
        );
        yield return CostFigure.Reported(
            "tokens sent over due",
            run.Window.TokensPerSecond / run.Plan.TokensPerSecond,
            Show.Ratio
        );
        yield return CostFigure.Reported(
            "GC pauses",
            run.Window.PausedMilliseconds,
            Show.Milliseconds
        );
        yield return CostFigure.Reported(
            "CPU a token",
            run.Window.CpuMicroseconds,
            Show.Microseconds
        );
    }
}
