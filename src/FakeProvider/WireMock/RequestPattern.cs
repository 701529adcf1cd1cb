namespace GatewayBench;

/// <summary>Which requests a stub answers, or a query of the journal finds.</summary>
internal sealed class RequestPattern
{
    public static RequestPattern Everything { get; } = new();

    /// <summary>Null stands for any; else as it is written, as methods are case-sensitive.</summary>
    public string? Method { get; init; }

    /// <summary>Null stands for any.</summary>
    public Func<StubRequest, bool>? Url { get; init; }

    public IReadOnlyList<(string Name, ValuePattern Pattern)> Headers { get; init; } = [];

    public IReadOnlyList<(string Name, ValuePattern Pattern)> Query { get; init; } = [];

    public IReadOnlyList<(string Name, ValuePattern Pattern)> Cookies { get; init; } = [];

    public IReadOnlyList<ValuePattern> Body { get; init; } = [];

    public bool Matches(StubRequest request) =>
        (Method is null || Method == request.Method)
        && (Url is null || Url(request))
        && Match(Headers, request.Headers)
        && Match(Query, request.Query)
        && Match(Cookies, request.Cookies)
        && Body.All(pattern => pattern.Matches(request.BodyText));

    private static bool Match(
        IReadOnlyList<(string Name, ValuePattern Pattern)> patterns,
        IReadOnlyDictionary<string, List<MatchedValue>> values
    )
    {
        foreach (var (name, pattern) in patterns)
        {
            if (!pattern.MatchesAny(values.TryGetValue(name, out var found) ? found : []))
            {
                return false;
            }
        }
        return true;
    }
}
