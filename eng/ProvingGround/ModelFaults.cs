namespace GatewayBench.ProvingGround;

/// <summary>The model, or how the gateway asks it.</summary>
internal static class ModelFaults
{
    /// <summary>About the longest message that the sample gateway takes.</summary>
    private const int DocumentTokens = 4_500;

    public static IEnumerable<Fault> All =>
        [
            Fault.Of(
                "slow_prompts",
                "slow_prompts",
                (trial, dice) =>
                {
                    // A class of its own: one in 33 hands in a whole document.
                    var slow = dice.Milliseconds(2_500, 6_000);
                    trial.Prompts = PromptFeed
                        .Of([.. Enumerable.Range(1, 97).Select(i => $"What is {i} and {i}?")])
                        .WithHuge(DocumentTokens, oneIn: 33);
                    trial.Provider(o => o.LatencyPerPromptToken = slow / DocumentTokens);
                }
            ),
            Fault.Of(
                "retry_storm",
                "retry_storm",
                (trial, dice) =>
                {
                    GoDown(trial, dice);
                    RetryAll(trial);
                }
            ),
            Fault.Of(
                "breaker_open",
                "breaker_open",
                (trial, dice) =>
                {
                    GoDown(trial, dice);
                    trial.Set("Resilience:MaxRetries", "0");
                    trial.Set("Resilience:BreakerWindowSeconds", dice.Setting(2, 8));
                    trial.Set("Resilience:BreakSeconds", dice.Setting(2, 10));
                }
            ),
            Fault.Of(
                "timeouts",
                "timeouts",
                (trial, dice) =>
                {
                    // The slots run out, and what waits for one waits longer than its caller.
                    trial.Provider(o =>
                    {
                        o.Latency = Delay.Fixed("500ms");
                        o.Slots = dice.Count(4, 10);
                    });
                    trial.ExchangeTimeout = TimeSpan.FromSeconds(1.5);
                }
            ),
            Fault.Of(
                "context_growth",
                "context_growth",
                (trial, dice) =>
                {
                    trial.Scenario = GatewayScenarios.Session(turns: 1_000).ThinkTime("1ms", "5ms");
                    trial.Load = Load.Closed(10, "24s");
                    trial.WarmUp = TimeSpan.Zero;
                    trial.Set("Sessions:WindowMessages", "1000");
                    trial.Provider(o =>
                        o.LatencyPerPromptToken = TimeSpan.FromMicroseconds(dice.Size(20, 80))
                    );
                }
            ),
        ];

    /// <summary>For good, some seconds into the row.</summary>
    private static void GoDown(Trial trial, Dice dice)
    {
        var from = dice.Milliseconds(10_000, 16_000);
        trial.Provider(o => o.Outages.Add(new Outage(from, TimeSpan.FromMinutes(5))));
    }

    /// <summary>Tries everything again at once, and for as long as it fails.</summary>
    public static void RetryAll(Trial trial)
    {
        trial.Set("Resilience:MaxRetries", "8");
        trial.Set("Resilience:MaxAmplification", "10");
        trial.Set("Resilience:MaxSavedRetries", "100000");
        trial.Set("Resilience:BaseDelayMilliseconds", "1");
        trial.Set("Resilience:BreakerFailureRatio", "1");
        trial.Set("Resilience:BreakerMinAttempts", "100000");
    }
}
