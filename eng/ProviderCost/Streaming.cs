using System.Runtime.CompilerServices;

namespace GatewayBench.ProviderCost;

/// <summary>How late tokens are with many streams at once, in memory, and what the streams hold.</summary>
internal static class Streaming
{
    private const double MostLateMilliseconds = 25;
    private const double MostBytes = 20_000;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    public static async IAsyncEnumerable<CostFigure> MeasureAsync(
        ProviderCostPlan plan,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var streams = new StreamPlan(plan.Streams, plan.StreamSeconds);
        await MeasureUsersAsync(StreamPlan.WarmUp, stop);
        var (row, window) = await MeasureUsersAsync(streams, stop);
        yield return CostFigure.AtMost(
            $"errors, {Show.Count(plan.Streams)} streams",
            row.Errors.Values.Sum(),
            0,
            Show.Count
        );
        yield return CostFigure.Within(
            "tokens sent over due",
            window.TokensPerSecond / (streams.TokensPerSecond * plan.Streams),
            0.99,
            1.01,
            Show.Ratio
        );
        yield return CostFigure.Reported(
            "token lag p99, with users",
            window.LagAt(99),
            Show.Milliseconds
        );
        yield return CostFigure.Reported(
            "GC pauses, with users",
            window.PausedMilliseconds,
            Show.Milliseconds
        );
        yield return CostFigure.Reported(
            "CPU a token, with users",
            window.CpuMicroseconds,
            Show.Microseconds
        );

        var (heap, alone) = await RawStreams.MeasureAsync(streams, stop);
        yield return CostFigure.AtMost("heap a stream", heap, MostBytes, Show.Bytes);
        yield return CostFigure.Reported("token lag p50, raw", alone.LagAt(50), Show.Milliseconds);
        yield return CostFigure.AtMost(
            "token lag p99, raw",
            alone.LagAt(99),
            MostLateMilliseconds,
            Show.Milliseconds
        );
        yield return CostFigure.Reported(
            "GC pauses, raw",
            alone.PausedMilliseconds,
            Show.Milliseconds
        );
        yield return CostFigure.Reported(
            "CPU a token, raw",
            alone.CpuMicroseconds,
            Show.Microseconds
        );
        yield return CostFigure.Reported(
            "allocated a token, raw",
            alone.AllocatedBytes,
            Show.Bytes
        );
    }

    private static async Task<(RowResult Row, TokenWindow Window)> MeasureUsersAsync(
        StreamPlan plan,
        CancellationToken stop
    )
    {
        await using var provider = await plan.StartProviderAsync(stop);
        var users = new StreamingUsers(plan);
        var run = users.RunAsync(provider, stop);
        while (users.Begun < plan.Streams && !run.IsCompleted)
        {
            await Task.Delay(Poll, stop);
        }
        await Task.Delay(StreamPlan.Settling, stop);
        var window = await TokenWindow.MeasureAsync(provider, plan.Seconds, stop);
        return (await run, window);
    }
}
