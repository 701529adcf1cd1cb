using System.Buffers;
using System.Diagnostics;

namespace Gateway;

/// <summary>
/// The name under which callers, logs and problems speak of one request: the caller's own, else that
/// of the trace which it belongs to, else the server's. It is the request's trace identifier.
/// </summary>
internal static class CorrelationId
{
    public const string Header = "X-Request-Id";

    private const int MaxChars = 128;

    // Nothing that could forge a line of a log or mean something to whoever shows it.
    private static readonly SearchValues<char> Chars = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:"
    );

    public static string Assign(HttpContext context)
    {
        var id =
            Given(context.Request)
            ?? Activity.Current?.TraceId.ToHexString()
            ?? context.TraceIdentifier;
        context.TraceIdentifier = id;
        Announce(context);
        return id;
    }

    /// <summary>Says it to the caller; again where what was to be answered has been thrown away.</summary>
    public static void Announce(HttpContext context) =>
        context.Response.Headers[Header] = context.TraceIdentifier;

    private static string? Given(HttpRequest request) =>
        request.Headers.TryGetValue(Header, out var values)
        && values is [{ Length: > 0 and <= MaxChars } id]
        && !id.AsSpan().ContainsAnyExcept(Chars)
            ? id
            : null;
}
