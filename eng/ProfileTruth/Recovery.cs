using System.Globalization;
using System.Runtime.CompilerServices;

namespace GatewayBench.ProfileTruth;

/// <summary>How soon a gateway is said to be back after a spike, which itself knows when it was.</summary>
internal static class Recovery
{
    private const int Users = 10;

    /// <summary>In slices of the timeline, which are seconds.</summary>
    private const double Tolerance = 2;

    public static async IAsyncEnumerable<CostFigure> MeasureAsync(
        TruthPlan plan,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        for (var run = 0; run < plan.Runs; run++)
        {
            // Not at the same place in a slice each time.
            var lasting = TimeSpan.FromSeconds(3 + 1.7 * (run % 4));
            var answers = new SlowUntilLater(Users, lasting, TimeProvider.System);
            await using var gateway = await KnownGateway.StartAsync(answers.AnswerAsync, stop);
            var result = await LoadRunner.RunAsync(
                gateway.Target,
                TruthPlan.Scenario,
                Profile.Spike(Users, before: "10s", spike: "5s", after: "15s"),
                TruthPlan.Options,
                stop
            );
            stop.ThrowIfCancellationRequested();
            yield return Of($"recovery, run {run + 1}", result.Rows[0], answers.RecoveredAt);
        }
    }

    private static CostFigure Of(string title, RowResult row, DateTimeOffset? recovered)
    {
        var (found, truth) = (
            row.Recovery?.Seconds,
            (recovered - row.StartedAt)?.TotalSeconds - row.Recovery?.From
        );
        return new CostFigure(
            title,
            Text(found),
            $"{Text(truth)}, at most {Text(Tolerance)} off",
            Math.Abs(found - truth ?? double.PositiveInfinity) <= Tolerance
        )
        {
            Invalid = row.Invalid,
        };
    }

    private static string Text(double? seconds) =>
        seconds is { } known ? known.ToString("0.0 s", CultureInfo.InvariantCulture) : "-";
}
