namespace Gateway;

/// <summary>
/// What a caller is told about the provider's failures. Unreachable is 503, since trying again may
/// help; rejected credentials are 502, since it won't until an operator acts.
/// </summary>
internal static class ProviderProblem
{
    public static TurnFailure Tell(ProviderException e)
    {
        var failure = new TurnFailure(StatusOf(e.Failure), e.Reason, e.Message, "provider");
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

    private static int StatusOf(ProviderFailure failure) =>
        failure switch
        {
            ProviderFailure.RateLimited or ProviderFailure.QuotaExhausted =>
                StatusCodes.Status429TooManyRequests,
            ProviderFailure.Unreachable or ProviderFailure.CircuitOpen =>
                StatusCodes.Status503ServiceUnavailable,
            ProviderFailure.TimedOut or ProviderFailure.StreamStalled =>
                StatusCodes.Status504GatewayTimeout,
            _ => StatusCodes.Status502BadGateway,
        };
}
