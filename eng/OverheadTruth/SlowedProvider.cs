using System.Runtime.CompilerServices;

namespace GatewayBench.OverheadTruth;

/// <summary>
/// No gateway at all: both arms are the same provider, and one of them has the delay in front of it.
/// All that differs is the delay, so the median paired delta itself has to hold it.
/// </summary>
internal static class SlowedProvider
{
    public static async IAsyncEnumerable<CostFigure> MeasureAsync(
        TruthPlan plan,
        [EnumeratorCancellation] CancellationToken stop
    )
    {
        var injection = new Injection();
        var (slowed, direct) = (
            new ProviderTape(TimeProvider.System),
            new ProviderTape(TimeProvider.System)
        );
        await using var behind = await StartAsync(slowed, isDelayed: true);
        await using var beside = await StartAsync(direct, isDelayed: false);
        var hits = new Hits("provider");
        for (var run = 0; run < plan.Runs; run++)
        {
            injection.Take(run);
            var meter = new OverheadMeter(
                new Row(new Pretended(behind), Ask, Load.Closed(1, TimeSpan.FromSeconds(1))),
                (slowed, direct),
                new DirectTarget(beside, inMemory: false),
                plan.Overhead(run),
                new RunOptions()
            );
            var row = await meter.MeasureAsync(stop);
            yield return hits.Add(injection.Delay, row.Series[0].Deltas[0], row.Invalid);
        }
        yield return hits.Sum();

        Task<FakeProvider> StartAsync(ProviderTape tape, bool isDelayed) =>
            FakeProvider.StartAsync(
                options =>
                {
                    options.Latency = TruthPlan.Latency;
                    options.Around = answer =>
                        tape.Around(context =>
                        {
                            injection.Wait(isDelayed);
                            return answer(context);
                        });
                },
                stop
            );
    }

    /// <summary>Without checks, as what goes directly has none.</summary>
    private static Scenario Ask { get; } =
        Scenario.Http(
            "chat",
            user =>
                user.PostJson(
                    "/v1/chat/completions",
                    new
                    {
                        model = "gpt-4o-mini",
                        messages = new[] { new { role = "user", content = user.NextPrompt() } },
                    }
                )
        );

    /// <summary>A provider that is taken for the gateway in front of it.</summary>
    private sealed class Pretended(FakeProvider provider) : ITarget
    {
        private readonly DirectTarget _target = new(provider, inMemory: false);

        public Uri BaseAddress => _target.BaseAddress;

        public TargetInfo Info => _target.Info;

        public string? Fault => null;

        public FakeProvider Provider => provider;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public HttpMessageInvoker CreateClient() => _target.CreateClient();
    }
}
