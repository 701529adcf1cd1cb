using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>
/// Which client a request belongs to: by <c>Authorization: Bearer</c>, Azure's <c>api-key</c> or
/// Anthropic's <c>x-api-key</c>.
/// Only a hash leaves this class. No key at all is a client too.
/// </summary>
internal static class ApiKey
{
    private const string Scheme = "Bearer ";

    public static ulong HashOf(HttpRequest request)
    {
        var hash = new StableHash();
        hash.Add(Of(request.Headers));
        return hash.Value;
    }

    private static ReadOnlySpan<char> Of(IHeaderDictionary headers)
    {
        string? authorization = headers.Authorization;
        if (authorization is null)
        {
            return (string?)headers["api-key"] ?? headers["x-api-key"];
        }
        return authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? authorization.AsSpan(Scheme.Length)
            : authorization;
    }
}
