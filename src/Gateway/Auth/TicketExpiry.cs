using Microsoft.AspNetCore.Authentication;

namespace Gateway;

/// <summary>When the token that a caller showed ends; an API key never does.</summary>
internal static class TicketExpiry
{
    /// <returns>The time that is left, or <see cref="Timeout.InfiniteTimeSpan"/>.</returns>
    public static TimeSpan Left(HttpContext context, TimeProvider clock)
    {
        var ticket = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult;
        if (ticket?.Properties?.ExpiresUtc is not { } end)
        {
            return Timeout.InfiniteTimeSpan;
        }
        var left = end - clock.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
