extern alias gateway;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using GatewayProgram = gateway::Program;

namespace GatewayBench.OverheadTruth;

/// <summary>
/// The sample gateway with a middleware that delays every second request. What the gateway itself
/// adds is not known, but it is in both kinds: the paired delta of a request with the delay, less
/// that of the one without that came before it, has to hold what was injected.
/// </summary>
internal static class SlowedGateway
{
    private const string Header = "x-injected";

    public static async IAsyncEnumerable<CostFigure> MeasureAsync(
        TruthPlan plan,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var injection = new Injection();
        var (behind, direct) = (
            new ProviderTape(TimeProvider.System),
            new ProviderTape(TimeProvider.System)
        );
        await using var provider = await StartAsync(behind, stop);
        await using var beside = await StartAsync(direct, stop);
        await using var target = new GatewayHost<GatewayProgram>()
            .UseProvider(provider, configKey: "OpenAI:Endpoint")
            .UseSetting("Auth:Enabled", "false")
            .UseSetting("RateLimit:Enabled", "false")
            .ConfigureServices(services =>
                services.AddSingleton<IStartupFilter>(new Middleware(injection))
            );
        var hits = new Hits("gateway");
        for (var run = 0; run < plan.Runs; run++)
        {
            injection.Take(run);
            var isInjected = new List<bool>();
            var meter = new OverheadMeter(
                new Row(target, Ask(isInjected), Load.Closed(1, TimeSpan.FromSeconds(1))),
                (behind, direct),
                new DirectTarget(beside, inMemory: false),
                // Of two requests each is made one value.
                plan.Overhead(run) with
                {
                    Pairs = 2 * plan.Pairs,
                },
                new RunOptions()
            );
            var row = await meter.MeasureAsync(stop);
            yield return hits.Add(
                injection.Delay,
                Median(row.Series[0], isInjected[^row.Pairs..]),
                row.LeftOut.Count == 0
                    ? row.Invalid
                    :
                    [
                        .. row.Invalid,
                        "requests were left out, so which ones were delayed is not known",
                    ]
            );
        }
        yield return hits.Sum();
    }

    /// <summary>Of two neighbours, one of which was delayed: what it was delayed by.</summary>
    /// <param name="deltas">Differences within pairs, in the order of the requests.</param>
    /// <param name="isInjected">Whether each was delayed.</param>
    public static IEnumerable<double> OfTwo(double[] deltas, IReadOnlyList<bool> isInjected) =>
        from i in Enumerable.Range(0, deltas.Length / 2)
        let delta = deltas[2 * i + 1] - deltas[2 * i]
        select isInjected[2 * i + 1] ? delta : -delta;

    private static PairedDelta Median(OverheadSeries series, IReadOnlyList<bool> isInjected)
    {
        double[] deltas =
        [
            .. series.GatewayMicroseconds.Zip(series.DirectMicroseconds, (a, b) => a - b),
        ];
        return PairedDelta.Of(OfTwo(deltas, isInjected).Order().ToArray(), 50);
    }

    private static Task<FakeProvider> StartAsync(ProviderTape tape, CancellationToken stop) =>
        FakeProvider.StartAsync(
            options =>
            {
                options.Latency = TruthPlan.Latency;
                options.Around = tape.Around;
            },
            stop
        );

    /// <param name="isInjected">Told of each request, in order, whether it is delayed.</param>
    private static Scenario Ask(List<bool> isInjected) =>
        Scenario.Http(
            "chat",
            user =>
            {
                var request = user.PostJson("/api/chat", new { message = user.NextPrompt() });
                isInjected.Add(isInjected.Count % 2 == 1);
                if (isInjected[^1])
                {
                    request.Headers.Add(Header, "1");
                }
                return request;
            }
        );

    private sealed class Middleware(Injection injection) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, following) =>
                    {
                        injection.Wait(context.Request.Headers.ContainsKey(Header));
                        return following(context);
                    }
                );
                next(app);
            };
    }
}
