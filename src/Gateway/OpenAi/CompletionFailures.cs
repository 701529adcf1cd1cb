namespace Gateway;

/// <summary>
/// Says what the caller of a completion is told about its failure. The request went to the provider as
/// it came, and the gateway added nothing: so the field that the provider names is the caller's, and
/// its own words, if they are harmless, are about nothing else.
/// </summary>
internal sealed class CompletionFailures(TurnFailures failures, HarmlessWords words)
{
    public TurnFailure Tell(Exception e)
    {
        var failure = failures.Tell(e);
        return e is ProviderException { Refusal: { } refusal }
            ? failure with
            {
                Param = refusal.Param,
                Detail =
                    refusal.Message is { } message && words.Are(message) ? message : failure.Detail,
            }
            : failure;
    }
}
