using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>What a caller may do. A scope's name is also that of the policy that asks for it.</summary>
internal static class Scopes
{
    /// <summary>Chats, by whatever endpoint, and the list of models.</summary>
    public const string Chat = "chat";

    /// <summary>Runs: start, read, list, cancel.</summary>
    public const string Runs = "runs";

    /// <summary>Searches.</summary>
    public const string Search = "search";

    /// <summary>Putting documents where searches find them.</summary>
    public const string Documents = "documents";

    public const string ClaimType = "scope";

    public static readonly string[] All = [Chat, Runs, Search, Documents];

    public static string[] Split(string scopes) =>
        scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lets in only callers with the scope: 401 to who is unknown, 403 to who lacks it.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoints, string scope)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint =>
        {
            // Where nobody is asked who he is, an endpoint that wants to know could not be served.
            if (
                endpoint
                    .ApplicationServices.GetRequiredService<IOptions<AuthOptions>>()
                    .Value.Enabled
            )
            {
                endpoint.Metadata.Add(new AuthorizeAttribute(scope));
            }
        });
        return endpoints;
    }
}
