using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// An answer as it is kept: its updates as the provider sent them, one line of JSON each. Each is
/// written when it comes, because whoever gets it afterwards may change it.
/// </summary>
internal sealed class WrittenAnswer(int maxBytes)
{
    /// <summary>How the abstractions' own types are written, without white space.</summary>
    public static readonly JsonSerializerOptions Json = new(AIJsonUtilities.DefaultOptions)
    {
        WriteIndented = false,
    };

    private ArrayBufferWriter<byte>? _lines = new();
    private ChatFinishReason? _finished;

    /// <summary>
    /// Null while the provider has not said that the answer is at its end, if a filter ended it, or if
    /// it is too long. A copy, since the buffer it was written to may be twice as long.
    /// </summary>
    public ReadOnlyMemory<byte>? Bytes =>
        _lines is not null && _finished is { } reason && reason != ChatFinishReason.ContentFilter
            ? _lines.WrittenSpan.ToArray()
            : (ReadOnlyMemory<byte>?)null;

    public void Add(ChatResponseUpdate update)
    {
        if (_lines is null)
        {
            return;
        }
        using (var writer = new Utf8JsonWriter(_lines))
        {
            JsonSerializer.Serialize(writer, KeptUpdate.From(update), Json);
        }
        _lines.Write("\n"u8);
        _finished = update.FinishReason ?? _finished;
        if (_lines.WrittenCount > maxBytes)
        {
            _lines = null;
        }
    }

    /// <returns>Null if that is no answer, whoever wrote it.</returns>
    public static List<ChatResponseUpdate>? Read(ReadOnlyMemory<byte> bytes)
    {
        var updates = new List<ChatResponseUpdate>();
        try
        {
            foreach (var line in bytes.Span.Split((byte)'\n'))
            {
                var text = bytes.Span[line];
                if (
                    text.Length > 0
                    && JsonSerializer.Deserialize<KeptUpdate>(text, Json)
                        is { Update: not null } kept
                )
                {
                    updates.Add(kept.Restore());
                }
            }
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return null;
        }
        return updates.Count > 0 ? updates : null;
    }
}
