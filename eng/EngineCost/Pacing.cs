using System.Runtime.CompilerServices;

namespace GatewayBench.EngineCost;

/// <summary>How late an open load sends, and what keeping its schedule costs.</summary>
internal static class Pacing
{
    private const double Fast = 5_000;
    private const double Slow = 500;

    public static async IAsyncEnumerable<CostFigure> MeasureAsync(
        CostPlan plan,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var target = App.Bare.Host(Transport.InMemory);
        await using var _ = (IAsyncDisposable)target;
        var fast = await RunAsync(target, Fast, plan, stop);
        yield return Lag(fast, 50, fast.Trust.ScheduleLagP50Microseconds, most: 100);
        yield return Lag(fast, 99, fast.Trust.ScheduleLagP99Microseconds, most: 400);
        yield return CostFigure.Within(
            $"achieved, {fast.Load}",
            fast.Open!.Achieved,
            0.99,
            1.01,
            Show.Ratio
        );
        yield return CostFigure.AtMost(
            $"pacer CPU, {fast.Load}",
            fast.Open.PacerCpuShare,
            0.25,
            Show.Percent
        );
        var slow = await RunAsync(target, Slow, plan, stop);
        yield return Lag(slow, 99, slow.Trust.ScheduleLagP99Microseconds, most: 400);
        yield return CostFigure.Reported(
            $"pacer CPU, {slow.Load}",
            slow.Open!.PacerCpuShare,
            Show.Percent
        );
    }

    private static CostFigure Lag(RowResult row, int percentile, double? value, double most) =>
        CostFigure.AtMost($"lag p{percentile}, {row.Load}", value, most, Show.Microseconds) with
        {
            Invalid = [.. row.Invalid.Select(reason => $"{row.Load}: {reason}")],
        };

    private static async Task<RowResult> RunAsync(
        ITarget target,
        double perSecond,
        CostPlan plan,
        CancellationToken stop
    )
    {
        var result = await LoadRunner.RunAsync(
            target,
            App.Bare.Scenario,
            Load.Poisson(perSecond, TimeSpan.FromSeconds(plan.Seconds)),
            plan.Options,
            stop
        );
        stop.ThrowIfCancellationRequested();
        result.ShouldSucceed(maxErrors: 0);
        return result.Rows[0];
    }
}
