using System.Buffers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Where a conversation stands: what came after the last message of the user.</summary>
/// <param name="Step">How many messages of the assistant.</param>
/// <param name="HasToolResult">Whether a tool's result is among it.</param>
/// <param name="Content">Where in the request's body the user's content lies, in bytes.</param>
internal readonly record struct Turn(int Step, bool HasToolResult, Range Content)
{
    /// <summary>Where it stands after one more message.</summary>
    /// <param name="role">Whose.</param>
    /// <param name="content">Where its content lies.</param>
    public Turn After(ChatRole role, Range content) =>
        role switch
        {
            ChatRole.User => new Turn(0, HasToolResult: false, content),
            ChatRole.Assistant => this with { Step = Step + 1 },
            ChatRole.Tool => this with { HasToolResult = true },
            _ => this,
        };

    /// <summary>The texts of the user's message, with a line break between parts; never null.</summary>
    /// <param name="body">The whole body that <see cref="Content"/> is a range of.</param>
    public string UserText(in ReadOnlySequence<byte> body)
    {
        var (start, end) = (Content.Start.Value, Content.End.Value);
        if (start == end)
        {
            return "";
        }
        var reader = new Utf8JsonReader(body.Slice(start, end - start));
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString()!;
        }
        var texts = new List<string>();
        while (reader.Read())
        {
            if (
                reader.TokenType == JsonTokenType.PropertyName
                && reader.ValueTextEquals("text"u8)
                && reader.Read()
                && reader.TokenType == JsonTokenType.String
            )
            {
                texts.Add(reader.GetString()!);
            }
        }
        return string.Join('\n', texts);
    }
}
