namespace GatewayBench;

/// <summary>What came of some turns of all users' sessions. Histograms hold nanoseconds, to two digits.</summary>
/// <param name="First">The first of the turns, from 1.</param>
/// <param name="Last">The last of them; null for all that follow.</param>
/// <param name="Successes">Exchanges of these turns that succeeded.</param>
/// <param name="MeanTurn">The mean of the turns that they were.</param>
/// <param name="PromptTokens">
/// Tokens of a request's prompt to the provider, as it counted them: the mean over exchanges, each
/// with the mean of its requests; null where the provider knows of none.
/// </param>
/// <param name="PromptTokensError">The standard error of that; null with less than two exchanges.</param>
/// <param name="SentBytes">Bytes of the body that the user sent, on average.</param>
/// <param name="Latency">Of the successes.</param>
/// <param name="TimeToFirstToken">Of the successes that were streams; null without any.</param>
public sealed record TurnResult(
    int First,
    int? Last,
    long Successes,
    double MeanTurn,
    double? PromptTokens,
    double? PromptTokensError,
    double SentBytes,
    LongHistogram Latency,
    LongHistogram? TimeToFirstToken
);
