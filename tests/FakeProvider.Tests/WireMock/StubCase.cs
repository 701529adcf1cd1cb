using System.Text.Json;

namespace GatewayBench.FakeProviderTests;

/// <summary>Mappings, and the requests that are sent one after the other.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Mappings">A JSON array of mappings.</param>
/// <param name="Requests">Each: method and URL; lines of headers; an empty line and the body.</param>
internal sealed record StubCase(string Name, string Mappings, params string[] Requests)
{
    public bool SetsStatusMessage => Mappings.Contains("statusMessage", StringComparison.Ordinal);

    /// <summary>Those that any of the mappings sets.</summary>
    public IEnumerable<string> Headers =>
        JsonDocument
            .Parse(Mappings)
            .RootElement.EnumerateArray()
            .Where(mapping => mapping.TryGetProperty("response", out _))
            .Select(mapping => mapping.GetProperty("response"))
            .Where(response => response.TryGetProperty("headers", out _))
            .SelectMany(response => response.GetProperty("headers").EnumerateObject())
            .Select(header => header.Name)
            .Distinct();

    /// <summary>One stub for the requests that match a pattern.</summary>
    public static StubCase Matching(string name, string pattern, params string[] requests) =>
        new(
            name,
            $$$"""[{"request": {{{pattern}}}, "response": {"status": 299, "body": "matched"}}]""",
            requests
        );

    /// <summary>One stub for <c>POST /a</c>, of which the body has to match.</summary>
    public static StubCase Body(string name, string pattern, params string[] bodies) =>
        Matching(
            name,
            $$"""{"method": "POST", "url": "/a", "bodyPatterns": [{{pattern}}]}""",
            [.. bodies.Select(body => $"POST /a\n\n{body}")]
        );

    /// <summary>One stub with a response, and one request for it.</summary>
    public static StubCase Answering(string name, string response) =>
        new(name, $$$"""[{"request": {"url": "/a"}, "response": {{{response}}}}]""", "GET /a");
}
