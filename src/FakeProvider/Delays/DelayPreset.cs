namespace GatewayBench;

/// <summary>The two delays of a published measurement.</summary>
/// <param name="Name">In lower case, with dashes: <c>frontier-hosted-a</c>.</param>
/// <param name="TimeToFirstToken">From the request to the first token.</param>
/// <param name="BetweenTokens">From each token to the next. A fixed 20 ms where the source gives
/// none: that figure is ours, not measured.</param>
/// <param name="Source">Who published what, and what of it is not theirs.</param>
public sealed record DelayPreset(
    string Name,
    Delay TimeToFirstToken,
    Delay BetweenTokens,
    string Source
);
