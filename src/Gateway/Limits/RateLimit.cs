namespace Gateway;

/// <summary>Answers 429 to requests that the <see cref="CallerLimit"/> does not let through.</summary>
internal sealed class RateLimit(RequestDelegate next, CallerLimit limit)
{
    public Task InvokeAsync(HttpContext context) =>
        limit.TryTake(context) is { } refusal
            ? Refusals
                .Of(
                    context,
                    StatusCodes.Status429TooManyRequests,
                    refusal.Detail,
                    refusal.Limit,
                    refusal.Wait
                )
                .ExecuteAsync(context)
            : next(context);
}
