using System.Text.Json;

namespace GatewayBench;

/// <summary>Reads one value of a reply's JSON.</summary>
internal sealed class ReplyPath
{
    public const string Allowed = "a JSON path to one value, such as $.id or $.items[0].name";

    private readonly JsonPath _path;

    private ReplyPath(JsonPath path) => _path = path;

    /// <exception cref="BenchException">It is no path, or one to more than one value.</exception>
    public static ReplyPath Parse(BenchNode node, string text)
    {
        try
        {
            var path = JsonPath.Parse(text, node.Path);
            return path.IsDefinite
                ? new ReplyPath(path)
                : throw node.Failed(
                    $"{node.Path}: '{text}' may find several values; allowed: {Allowed}."
                );
        }
        catch (StubFormatException e)
        {
            throw node.Failed($"{node.Path}: '{text}' {e.Problem}");
        }
    }

    /// <summary>The text, or the raw JSON of another kind of value; null for null, and where nothing is found.</summary>
    public string? Text(Reply reply) =>
        Find(
            reply,
            value =>
                value.ValueKind switch
                {
                    JsonValueKind.Null => null,
                    JsonValueKind.String => value.GetString(),
                    _ => value.GetRawText(),
                }
        );

    public bool Is(Reply reply, JsonElement expected) =>
        Find(reply, value => JsonElement.DeepEquals(value, expected));

    private T? Find<T>(Reply reply, Func<JsonElement, T> read)
    {
        var reader = new Utf8JsonReader(reply.Body);
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return _path.Find(document.RootElement) is [var found] ? read(found) : default;
        }
        // A text that is no Unicode, such as half of a surrogate pair, is an invalid operation.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return default;
        }
    }
}
