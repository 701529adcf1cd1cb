namespace GatewayBench.ProvingGround;

/// <summary>Gateways that nothing is wrong with, at several loads. Whoever is named there is named by mistake.</summary>
internal static class HealthyFaults
{
    public static IEnumerable<Fault> All =>
        [
            Fault.Healthy(
                "healthy-worker",
                (trial, dice) =>
                {
                    trial.InWorker();
                    trial.Load = Trial.Ramp(2, dice.Count(10, 60));
                }
            ),
            Fault.Healthy(
                "healthy-ramp",
                (trial, dice) => trial.Load = Trial.Ramp(2, dice.Count(10, 60))
            ),
            Fault.Healthy(
                "healthy-steady",
                (trial, dice) => trial.Load = Load.Closed(dice.Count(2, 60), "24s")
            ),
            Fault.Healthy(
                "healthy-stream",
                (trial, dice) =>
                {
                    trial.Scenario = GatewayScenarios.StreamedChat();
                    trial.Provider(o => (o.ReplyTokens, o.TokenGap) = (10, Delay.Fixed("10ms")));
                    trial.Load = Trial.Ramp(2, dice.Count(10, 50));
                }
            ),
            Fault.Healthy(
                "healthy-sessions",
                (trial, dice) =>
                {
                    trial.Scenario = GatewayScenarios.Session(turns: 5).ThinkTime("20ms", "80ms");
                    trial.Load = Trial.Ramp(2, dice.Count(10, 30));
                }
            ),
            Fault.Healthy(
                "healthy-cached",
                (trial, dice) =>
                {
                    Prompts.Keep(trial);
                    trial.Scenario = Prompts.Cached(distinct: dice.Count(50, 500));
                    trial.Load = Trial.Ramp(2, dice.Count(10, 30));
                }
            ),
        ];
}
