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
                    // All answers that are asked for are there, until they expire together.
                    Prompts.Keep(trial);
                    trial.Set("Cache:TtlSeconds", dice.Setting(10, 16));
                    trial.Scenario = Prompts.Cached(distinct: dice.Count(1_500, 3_000));
                    trial.Load = Load.Closed(20, "24s");
                    trial.Provider(o => o.Latency = Delay.LogNormal("150ms", "400ms"));
                }
            ),
            Fault.Of(
                "cold_start",
                "cold_start",
                (trial, dice) =>
                {
                    var ready = dice.Milliseconds(3_000, 6_000);
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
