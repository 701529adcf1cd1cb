using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// A part of a request that patterns look at. What was parsed is kept, as several stubs ask the same.
/// </summary>
/// <param name="text">Null where the request has no such part; an empty body is none.</param>
internal sealed class MatchedValue(string? text)
{
    private bool _isRead;
    private JsonElement? _json;

    public static MatchedValue None { get; } = new(null);

    public string? Text { get; } = text;

    /// <summary>Null where it is no JSON. For one thread at a time.</summary>
    public JsonElement? Json
    {
        get
        {
            if (!_isRead)
            {
                (_json, _isRead) = (Text is null ? null : StubJson.TryRead(Text), true);
            }
            return _json;
        }
    }
}
