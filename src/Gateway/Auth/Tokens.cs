using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Makes the tokens that the framework's bearer handler reads; they hold all it needs to know.</summary>
internal sealed class Tokens(
    IOptionsMonitor<BearerTokenOptions> bearer,
    IOptions<AuthOptions> options,
    TimeProvider clock
)
{
    private const string Scheme = BearerTokenDefaults.AuthenticationScheme;

    public LoginReply Issue(string user, string[] scopes)
    {
        var seconds = options.Value.TokenSeconds;
        var ticket = new AuthenticationTicket(
            Principals.Of(user, scopes, Scheme),
            new AuthenticationProperties { ExpiresUtc = clock.GetUtcNow().AddSeconds(seconds) },
            Scheme
        );
        return new(
            bearer.Get(Scheme).BearerTokenProtector.Protect(ticket),
            "Bearer",
            seconds,
            string.Join(' ', scopes)
        );
    }
}
