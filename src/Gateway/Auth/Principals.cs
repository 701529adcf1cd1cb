using System.Security.Claims;

namespace Gateway;

/// <summary>Callers as the framework knows them.</summary>
internal static class Principals
{
    public static ClaimsPrincipal Of(string name, IEnumerable<string> scopes, string scheme) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(ClaimTypes.Name, name),
                    .. scopes.Select(scope => new Claim(Scopes.ClaimType, scope)),
                ],
                scheme
            )
        );
}
