namespace GatewayBench;

/// <summary>Each request takes more tokens than the one before: tokens per request.</summary>
internal static class ContextGrowthRule
{
    public static Rule Rule { get; } =
        new()
        {
            Name = "context_growth",
            Title = "context growth",
            Read = signals =>
                signals.OfProvider(
                    "tokens per request",
                    slice =>
                        slice.Requests > slice.RateLimited
                            ? (double)slice.Tokens / (slice.Requests - slice.RateLimited)
                            : null
                ),
            Floor = 500,
            Factor = 1.5,
            Cause = "a session's whole history is sent with each turn",
            NextStep = "cut or summarise the history, and bound the tokens of a request",
            Felt = symptom =>
                GrowthEffect.Of(
                    symptom,
                    symptom.Signals.OfProvider(
                        "provider.delay",
                        slice => slice.ActualDelayMicroseconds
                    ),
                    share: 0.5
                ) ?? Effect.Failures(symptom),
        };
}
