using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// Reads a response's headers. Those that say how long the body is must not lie, as the connection
/// could not be used after that; the faults are there for broken answers.
/// </summary>
internal static class StubHeadersReader
{
    public const string AllowedValue = "printable ASCII, spaces and tabs";

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    public static (List<(string Name, string[] Values)> Headers, bool IsChunked) Read(
        StubObject response,
        int bodyLength
    )
    {
        var headers = new List<(string, string[])>();
        var isChunked = false;
        if (response.Value("headers") is not { } json)
        {
            return (headers, isChunked);
        }
        var pointer = response.PointerTo("headers");
        StubObject.Require(json, pointer, JsonValueKind.Object, "an object of values by name");
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in json.EnumerateObject())
        {
            var at = StubObject.Join(pointer, property.Name);
            Require(IsName(property.Name), at, "is no header name");
            Require(names.Add(property.Name), at, "is there twice");
            var values = ReadValues(property.Value, at);
            switch (property.Name.ToLowerInvariant())
            {
                case "content-length":
                    var length = bodyLength.ToString(CultureInfo.InvariantCulture);
                    Require(
                        values is [var text] && text == length,
                        at,
                        $"is not the body's length, {length}"
                    );
                    break;
                case "transfer-encoding":
                    Require(values is ["chunked"], at, "is not supported; supported: chunked");
                    isChunked = true;
                    break;
                default:
                    headers.Add((property.Name, values));
                    break;
            }
        }
        return (headers, isChunked);
    }

    public static bool IsValue(string text) => text.All(c => c is '\t' or (>= ' ' and <= '~'));

    private static bool IsName(string name) =>
        name.Length > 0 && !name.AsSpan().ContainsAnyExcept(NameCharacters);

    private static string[] ReadValues(JsonElement json, string pointer) =>
        json.ValueKind == JsonValueKind.Array
            ? [.. json.EnumerateArray().Select((value, i) => ReadValue(value, $"{pointer}/{i}"))]
            : [ReadValue(json, pointer)];

    private static string ReadValue(JsonElement json, string pointer)
    {
        var text = StubObject.Text(json, pointer);
        Require(
            IsValue(text),
            pointer,
            $"has characters that are not allowed; allowed: {AllowedValue}"
        );
        return text;
    }

    private static void Require(bool isMet, string pointer, string problem)
    {
        if (!isMet)
        {
            throw new StubFormatException(pointer, $"{problem}.");
        }
    }
}
