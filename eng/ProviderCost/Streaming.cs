using System.Diagnostics;
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
        foreach (var figure in await LagAsync(streams, stop))
        {
            yield return figure;
        }
        yield return CostFigure.AtMost(
            $"heap a stream, {Show.Count(streams.Streams)} streams",
            await RawStreams.HeapAsync(streams, stop),
            MostBytes,
            Show.Bytes
        );
    }

    private static async Task<IReadOnlyList<CostFigure>> LagAsync(
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

        var (started, cpu) = (Stopwatch.GetTimestamp(), ProcessUsage.Read());
        var before = provider.GetStatistics().Audit.TokenTimerError;
        await Task.Delay(TimeSpan.FromSeconds(plan.Seconds), stop);
        var errors = provider.GetStatistics().Audit.TokenTimerError;
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var used = ProcessUsage.Read() - cpu;
        errors.Subtract(before);

        var row = await run;
        var tokens = errors.TotalCount;
        return
        [
            CostFigure.AtMost("stream errors", row.Errors.Values.Sum(), 0, Show.Count),
            CostFigure.Within(
                "tokens sent over due",
                tokens / (seconds * StreamPlan.TokensPerSecond * plan.Streams),
                0.99,
                1.01,
                Show.Ratio
            ),
            CostFigure.Reported("token lag p50", LagAt(errors, 50), Show.Milliseconds),
            CostFigure.AtMost(
                "token lag p99",
                LagAt(errors, 99),
                MostLateMilliseconds,
                Show.Milliseconds
            ),
            CostFigure.Reported(
                "CPU a token, clients' share in it",
                used.Cpu.TotalMicroseconds / tokens,
                Show.Microseconds
            ),
            CostFigure.Reported(
                "allocated a token, clients' share in it",
                (double)used.AllocatedBytes / tokens,
                Show.Bytes
            ),
        ];
    }

    private static double? LagAt(LongHistogram errors, double percentile) =>
        errors.TotalCount >= SampleSize.NeededFor(percentile)
            ? errors.GetValueAtPercentile(percentile) / 1e3
            : null;
}
