extern alias worker;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace GatewayBench.ProfileTruth;

/// <summary>
/// How fast the heap of a gateway is said to grow that keeps a known number of bytes of each request,
/// in a process of its own.
/// </summary>
internal static class Leak
{
    private const int Bytes = 1_000;

    /// <summary>Of an array, and of the place in the list that keeps it.</summary>
    private const int BesideBytes = 24 + 8;

    private const int Users = 2;

    /// <summary>Drift is judged from 60 s on.</summary>
    private const string Length = "75s";

    /// <summary>Left to itself a heap that grows is collected in full a few times in minutes: too seldom for a slope.</summary>
    private const string CollectEvery = "00:00:01";

    public static async IAsyncEnumerable<CostFigure> MeasureAsync(
        TruthPlan plan,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        for (var run = 0; run < plan.Runs; run++)
        {
            await using var provider = await FakeProvider.StartAsync(
                // At six requests a second, nothing would ever be collected.
                options => options.Latency = Delay.None,
                stop
            );
            await using var target = new GatewayHost<worker::Program>()
                .UseProvider(provider, configKey: "Model:Endpoint")
                .UseSetting("Hoard:Bytes", Bytes.ToString(CultureInfo.InvariantCulture))
                .UseSetting("Hoard:CollectEvery", CollectEvery)
                .UseHosting(Hosting.Child);
            var result = await LoadRunner.RunAsync(
                target,
                Scenario.Http(
                    "POST /api/chat",
                    user => user.PostJson("/api/chat", new { message = user.NextPrompt() })
                ),
                Load.Closed(Users, Length),
                TruthPlan.Options,
                stop
            );
            stop.ThrowIfCancellationRequested();
            yield return Of($"leak, run {run + 1}", result.Rows[0]);
        }
    }

    private static CostFigure Of(string title, RowResult row)
    {
        var found = row.Drifts.FirstOrDefault(drift => drift.Name == "heap");
        var judged = row
            .Timeline.Where(slice => slice.From >= DriftStretch.LeftOut * row.MeasuredSeconds)
            .ToList();
        var rate = judged.Sum(slice => slice.Successes) / judged.Sum(slice => slice.Seconds);
        var truth = (Bytes + BesideBytes) * rate * 60;
        return new CostFigure(
            title,
            found is { Low: { } low, High: { } high }
                ? $"{found.Verdict}, {Text(found.PerMinute)} a minute ({Text(low)} to {Text(high)})"
                : found?.Verdict ?? "-",
            $"rises, at {Text(truth)} a minute within the interval",
            found is { Verdict: DriftResult.Rises } && found.Low <= truth && truth <= found.High
        )
        {
            Invalid = row.Invalid,
        };
    }

    private static string Text(double bytes) => Units.Bytes(bytes);
}
