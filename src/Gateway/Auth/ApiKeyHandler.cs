using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Gateway;

/// <summary>Lets in who shows an API key, in the header <c>X-Api-Key</c> or as a bearer.</summary>
internal sealed class ApiKeyHandler(
    ApiKeys keys,
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggers,
    UrlEncoder encoder
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public new const string Scheme = "ApiKey";

    public const string Header = "X-Api-Key";

    private const string Bearer = "Bearer ";

    /// <returns>Null where none is shown; a token is none.</returns>
    public static string? Shown(HttpRequest request)
    {
        if (request.Headers.TryGetValue(Header, out var key))
        {
            return key;
        }
        var bearer = request.Headers.Authorization.ToString();
        return bearer.StartsWith(Bearer + ApiKeys.Prefix, StringComparison.Ordinal)
            ? bearer[Bearer.Length..]
            : null;
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Task.FromResult(
            Shown(Request) is not { } key ? AuthenticateResult.NoResult()
            : keys.HolderOf(key) is { } holder
                ? AuthenticateResult.Success(new AuthenticationTicket(holder, Scheme))
            : AuthenticateResult.Fail("It is nobody's key.")
        );

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.Append(HeaderNames.WWWAuthenticate, "Bearer");
        return base.HandleChallengeAsync(properties);
    }
}
