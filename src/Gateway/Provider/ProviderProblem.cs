namespace Gateway;

/// <summary>
/// What a caller is told about the provider's failures. Unreachable is 503, since trying again may
/// help; rejected credentials are 502, since it won't until an operator acts. A request that it rejects
/// is the caller's, and keeps the provider's status and code.
/// </summary>
internal static class ProviderProblem
{
    private const string TooLong =
        "The conversation is longer than the model can take: say less, or begin a new one.";

    public static TurnFailure Tell(ProviderException e)
    {
        var failure = new TurnFailure(StatusOf(e), e.Reason, e.Message, "provider")
        {
            Code = e.Refusal?.Code,
        };
        if (failure.Code is "context_length_exceeded")
        {
            return failure with { Detail = TooLong };
        }
        if (e.Failure is not (ProviderFailure.RateLimited or ProviderFailure.CircuitOpen))
        {
            return failure;
        }
        failure = failure with { RetryAfter = e.RetryAfter };
        return failure with { Detail = e.Message + When(e.Failure, failure.RetryAfterSeconds) };
    }

    private static string When(ProviderFailure failure, string? seconds) =>
        (failure, seconds) switch
        {
            (_, not null) => $" Try again after {seconds} s.",
            (ProviderFailure.RateLimited, _) => " It did not say when to try again.",
            _ => "",
        };

    private static int StatusOf(ProviderException e) =>
        e.Failure switch
        {
            ProviderFailure.RequestRejected => e.Status!.Value,
            ProviderFailure.RateLimited or ProviderFailure.QuotaExhausted =>
                StatusCodes.Status429TooManyRequests,
            ProviderFailure.Unreachable or ProviderFailure.CircuitOpen =>
                StatusCodes.Status503ServiceUnavailable,
            ProviderFailure.TimedOut or ProviderFailure.StreamStalled =>
                StatusCodes.Status504GatewayTimeout,
            _ => StatusCodes.Status502BadGateway,
        };
}
