using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Gateway;

/// <summary>
/// One login. Failed ones are limited for each user and each address, and those under way count as
/// failed until they succeed: guessing faster, or at once, or from everywhere doesn't help. The price
/// is that somebody can keep a user from logging in, for a minute at a time.
/// </summary>
internal sealed partial class LoginHandler(
    Passwords passwords,
    Tokens tokens,
    LimitMetrics metrics,
    IOptions<AuthOptions> options,
    TimeProvider clock,
    ILogger<LoginHandler> log
)
{
    // Of users and addresses within a minute.
    private const int MaxKeys = 10_000;

    private readonly FixedWindow _attempts = new(TimeSpan.FromMinutes(1), MaxKeys, clock);
    private readonly int _limit = options.Value.FailedLoginsPerMinute;

    public async Task<IResult> HandleAsync(HttpContext context)
    {
        var (login, problem) = await JsonBody.ReadAsync(
            context,
            LoginRequest.Expected,
            LoginRequest.Check
        );
        return login is null ? problem! : Answer(context, login);
    }

    private IResult Answer(HttpContext context, LoginRequest login)
    {
        var user = new Quota("user", login.User, _limit);
        var address = new Quota("address", RemoteAddress.Of(context), _limit);
        var attempt = _attempts.TryTake(user, address);
        if (attempt.RefusedBy is { } quota)
        {
            metrics.Refused("login");
            return Refusals.Of(
                context,
                StatusCodes.Status429TooManyRequests,
                $"{quota.Limit} logins of this {quota.Kind} have failed within a minute.",
                "login",
                attempt.Wait
            );
        }
        if (passwords.ScopesOf(login.User, login.Password) is not { } scopes)
        {
            // Not the name: people type passwords into that field, too.
            LogFailed(address.Key);
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return TypedResults.Problem(
                "There is no such user, or it is another password.",
                statusCode: StatusCodes.Status401Unauthorized
            );
        }
        _attempts.GiveBack(attempt, user, address);
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return TypedResults.Json(
            tokens.Issue(login.User, scopes),
            GatewayJsonContext.Default.LoginReply
        );
    }

    [LoggerMessage(LogLevel.Warning, "A login from {Address} failed.")]
    private partial void LogFailed(string address);
}
