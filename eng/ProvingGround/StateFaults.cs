namespace GatewayBench.ProvingGround;

/// <summary>What the gateway keeps, or has not yet.</summary>
internal static class StateFaults
{
    public static IEnumerable<Fault> All =>
        [
            Fault.Of(
                "missing_index",
                "missing_index",
                (trial, dice) => trial.InFront(new AuditTrail(dice.Count(10, 30)).WriteAsync)
            ),
            Fault.Of(
                "thundering_herd",
                "thundering_herd",
                (trial, dice) =>
                {
                    // What is asked for changes for all at once: no answer that was kept is of use.
                    Prompts.Keep(trial);
                    var (distinct, until) = (dice.Count(350, 600), dice.Count(2_500, 3_200));
                    trial.Scenario = Prompts
                        .Cached(_ => distinct, asked => asked < until ? "old" : "new")
                        .ThinkTime("80ms", "120ms");
                    trial.Load = Load.Closed(20, "24s");
                }
            ),
            Fault.Of(
                "cold_start",
                "cold_start",
                (trial, dice) =>
                {
                    var ready = dice.Milliseconds(4_500, 8_000);
                    DateTimeOffset? first = null;
                    trial.WarmUp = TimeSpan.Zero;
                    trial.Load = Load.Closed(20, "24s");
                    trial.InFront(
                        async (context, next) =>
                        {
                            var now = DateTimeOffset.UtcNow;
                            first ??= now;
                            if (now - first < ready)
                            {
                                await Task.Delay(400, context.RequestAborted);
                            }
                            await next(context);
                        }
                    );
                }
            ),
        ];
}
