using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads the part <c>request</c> of a mapping, and what the journal is asked for.</summary>
internal static class RequestPatternReader
{
    private static readonly string[] Urls = ["url", "urlPath", "urlPattern", "urlPathPattern"];

    private static readonly string[] Keys =
    [
        "method",
        .. Urls,
        "headers",
        "queryParameters",
        "cookies",
        "bodyPatterns",
    ];

    public static RequestPattern Read(JsonElement json, string pointer)
    {
        var pattern = new StubObject(json, pointer, Keys);
        var method = pattern.Text("method");
        return new RequestPattern
        {
            Method = method == "ANY" ? null : method,
            Url = ReadUrl(pattern),
            Headers = ReadNamed(pattern, "headers"),
            Query = ReadNamed(pattern, "queryParameters"),
            Cookies = ReadNamed(pattern, "cookies"),
            Body = ReadBody(pattern),
        };
    }

    private static Func<StubRequest, bool>? ReadUrl(StubObject pattern)
    {
        if (pattern.OneOf(Urls) is not { } key)
        {
            return null;
        }
        var text = pattern.Text(key)!;
        switch (key)
        {
            case "url":
                return request => request.Url == text;
            case "urlPath":
                return request => request.Path == text;
        }
        var regex = new JavaRegex(text, pattern.PointerTo(key));
        return key == "urlPattern"
            ? request => regex.IsMatch(request.Url)
            : request => regex.IsMatch(request.Path);
    }

    private static List<(string Name, ValuePattern Pattern)> ReadNamed(
        StubObject pattern,
        string key
    )
    {
        if (pattern.Value(key) is not { } json)
        {
            return [];
        }
        var pointer = pattern.PointerTo(key);
        StubObject.Require(json, pointer, JsonValueKind.Object, "an object of matchers by name");
        return
        [
            .. json.EnumerateObject()
                .Select(property =>
                    (
                        property.Name,
                        ValuePatternReader.Read(
                            property.Value,
                            StubObject.Join(pointer, property.Name)
                        )
                    )
                ),
        ];
    }

    private static List<ValuePattern> ReadBody(StubObject pattern)
    {
        if (pattern.Value("bodyPatterns") is not { } json)
        {
            return [];
        }
        var pointer = pattern.PointerTo("bodyPatterns");
        StubObject.Require(json, pointer, JsonValueKind.Array, "an array of matchers");
        return
        [
            .. json.EnumerateArray()
                .Select((element, i) => ValuePatternReader.Read(element, $"{pointer}/{i}")),
        ];
    }
}
