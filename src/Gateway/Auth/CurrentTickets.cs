using Microsoft.AspNetCore.Authentication;

namespace Gateway;

/// <summary>
/// Reads tokens for what they are worth now: nothing once their user is gone, and no scope that was
/// taken away since. With keys that outlive the process a token outlives the settings it was made by.
/// </summary>
internal sealed class CurrentTickets(ISecureDataFormat<AuthenticationTicket> format, Grants grants)
    : ISecureDataFormat<AuthenticationTicket>
{
    public string Protect(AuthenticationTicket data) => format.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) =>
        format.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) =>
        Renewed(format.Unprotect(protectedText));

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) =>
        Renewed(format.Unprotect(protectedText, purpose));

    private AuthenticationTicket? Renewed(AuthenticationTicket? ticket)
    {
        if (
            ticket?.Principal.Identity?.Name is not { } user
            || grants.OfUser(user) is not { } scopes
        )
        {
            return null;
        }
        var scheme = ticket.AuthenticationScheme;
        var issued = ticket.Principal.FindAll(Scopes.ClaimType).Select(claim => claim.Value);
        return new(
            Principals.Of(user, issued.Intersect(scopes), scheme),
            ticket.Properties,
            scheme
        );
    }
}
