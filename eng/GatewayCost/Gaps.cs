using System.Runtime.CompilerServices;

namespace GatewayBench.GatewayCost;

/// <summary>How evenly tokens arrive that the provider sends at fixed gaps: through the gateway, and without it.</summary>
internal static class Gaps
{
    private const double StartsPerSecond = 100;
    private const double MostMilliseconds = 5;
    private static readonly TimeSpan Lasting = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(100);

    public static async IAsyncEnumerable<CostFigure> MeasureAsync(
        GatewayCostPlan plan,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var streams = new ChatStreams(plan.GapStreams, StartsPerSecond, Gap, Lasting);
        await StreamedGateway.WarmUpAsync(stop);
        var direct = await DirectAsync(streams, plan.Seconds, stop);
        var through = await ThroughAsync(streams, plan.Seconds, stop);

        yield return CostFigure.AtMost(
            $"errors, {Show.Count(plan.GapStreams)} streams",
            direct.Errors.Values.Sum() + through.Errors.Values.Sum(),
            0,
            Show.Count
        );
        foreach (var percentile in (double[])[50, 99])
        {
            yield return CostFigure.Reported(
                $"gap p{percentile} late, direct",
                Late(direct, percentile),
                Show.Milliseconds
            );
        }
        yield return CostFigure.Reported(
            "gap p50 late, gateway",
            Late(through, 50),
            Show.Milliseconds
        );
        yield return CostFigure.AtMost(
            "gap p99 late, gateway",
            Late(through, 99),
            MostMilliseconds,
            Show.Milliseconds
        );
        yield return CostFigure.Reported(
            "gap p99, added",
            Late(through, 99) - Late(direct, 99),
            Show.Milliseconds
        );
        foreach (var percentile in (double[])[50, 99])
        {
            yield return CostFigure.Reported(
                $"stream p{percentile}, added",
                (through.LatencyAt(percentile) - direct.LatencyAt(percentile))?.TotalMilliseconds,
                Show.Milliseconds
            );
        }
    }

    private static async Task<RowResult> DirectAsync(
        ChatStreams streams,
        int seconds,
        CancellationToken stop
    )
    {
        await using var provider = await streams.StartProviderAsync(stop);
        return await RunAsync(
            new StreamTarget(provider),
            GatewayScenarios.OpenAiStreamedChat(),
            streams,
            seconds,
            stop
        );
    }

    private static async Task<RowResult> ThroughAsync(
        ChatStreams streams,
        int seconds,
        CancellationToken stop
    )
    {
        await using var gateway = await StreamedGateway.StartAsync(streams, stop);
        return await RunAsync(
            gateway.Target,
            GatewayScenarios.StreamedChat(),
            streams,
            seconds,
            stop
        );
    }

    private static async Task<RowResult> RunAsync(
        ITarget target,
        Scenario scenario,
        ChatStreams streams,
        int seconds,
        CancellationToken stop
    )
    {
        var result = await LoadRunner.RunAsync(
            target,
            scenario,
            streams.LoadOf(TimeSpan.FromSeconds(seconds)),
            ChatStreams.Options(TimeSpan.FromSeconds(Math.Min(seconds, 20))),
            stop
        );
        stop.ThrowIfCancellationRequested();
        return result.Rows[0];
    }

    private static double? Late(RowResult row, double percentile) =>
        (row.Streams!.TokenGaps.TimeAt(percentile) - Gap)?.TotalMilliseconds;
}
