using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace GatewayBench;

/// <summary>
/// A request as stubs see it and the journal keeps it: independent of the connection it came on.
/// </summary>
internal sealed class StubRequest
{
    private readonly Dictionary<string, List<MatchedValue>> _query = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<MatchedValue>> _headers = new(
        StringComparer.OrdinalIgnoreCase
    );

    private readonly Dictionary<string, List<MatchedValue>> _cookies = new(StringComparer.Ordinal);

    public StubRequest(HttpRequest request, byte[] body)
    {
        Method = request.Method;
        Url = UrlOf(request);
        var query = Url.IndexOf('?', StringComparison.Ordinal);
        Path = query < 0 ? Url : Url[..query];
        Origin = $"{request.Scheme}://{request.Host.Value}";
        Body = body;
        BodyText = new MatchedValue(body.Length == 0 ? null : Encoding.UTF8.GetString(body));
        if (query >= 0)
        {
            foreach (var pair in new QueryStringEnumerable(Url[query..]))
            {
                Add(_query, $"{pair.DecodeName()}", $"{pair.DecodeValue()}");
            }
        }
        foreach (var (name, values) in request.Headers)
        {
            AddAll(_headers, name, values);
        }
        foreach (var (name, value) in request.Cookies)
        {
            Add(_cookies, name, value);
        }
    }

    public string Method { get; }

    /// <summary>Path and query as they were sent, without an empty query's mark.</summary>
    public string Url { get; }

    /// <summary>As it was sent: escapes are not undone.</summary>
    public string Path { get; }

    public string Origin { get; }

    public byte[] Body { get; }

    /// <summary>As UTF-8; an empty body is none.</summary>
    public MatchedValue BodyText { get; }

    public IReadOnlyDictionary<string, List<MatchedValue>> Query => _query;

    public IReadOnlyDictionary<string, List<MatchedValue>> Headers => _headers;

    public IReadOnlyDictionary<string, List<MatchedValue>> Cookies => _cookies;

    /// <summary>About what it takes to keep it, in bytes.</summary>
    public long Size =>
        Body.Length
        + Url.Length
        + _headers.Sum(header => header.Key.Length + header.Value.Sum(v => v.Text!.Length));

    private static string UrlOf(HttpRequest request)
    {
        var target = request
            .HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>()
            .RawTarget;
        if (!target.StartsWith('/'))
        {
            // The absolute form that proxies get, or the asterisk of OPTIONS.
            target =
                $"{request.PathBase.ToUriComponent()}{request.Path.ToUriComponent()}{request.QueryString}";
        }
        return target.EndsWith('?') ? target[..^1] : target;
    }

    private static void AddAll(
        Dictionary<string, List<MatchedValue>> to,
        string name,
        StringValues values
    )
    {
        foreach (var value in values)
        {
            Add(to, name, value ?? "");
        }
    }

    private static void Add(Dictionary<string, List<MatchedValue>> to, string name, string value)
    {
        if (!to.TryGetValue(name, out var values))
        {
            to[name] = values = [];
        }
        values.Add(new MatchedValue(value));
    }
}
