using System.Text;
using System.Text.Unicode;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// What a caller says, as the model is told it. Nobody reads it while the answer streams in, which may
/// take minutes: for that time it rests, in half the memory as a rule.
/// </summary>
internal sealed class TurnMessage(string text) : ChatMessage(ChatRole.User, text)
{
    private byte[]? _resting;

    /// <summary>The text, resting or not.</summary>
    public string Said => _resting is { } bytes ? Encoding.UTF8.GetString(bytes) : Text;

    /// <summary>Lets those of the messages rest that can.</summary>
    public static void Rest(IReadOnlyList<ChatMessage> messages)
    {
        foreach (var message in messages.OfType<TurnMessage>())
        {
            message.Rest();
        }
    }

    /// <summary>Makes those that rest fit to be read again.</summary>
    public static void Wake(IReadOnlyList<ChatMessage> messages)
    {
        foreach (var message in messages.OfType<TurnMessage>())
        {
            message.Wake();
        }
    }

    private void Rest()
    {
        if (_resting is null && Shorter(Text) is { } bytes)
        {
            _resting = bytes;
            // Whoever sends it all the same is told, instead of sending nothing.
            Contents = [new RestingContent()];
        }
    }

    private void Wake()
    {
        if (_resting is { } bytes)
        {
            Contents = [new TextContent(Encoding.UTF8.GetString(bytes))];
            _resting = null;
        }
    }

    /// <returns>Null if it would not be shorter, or not come back the same.</returns>
    private static byte[]? Shorter(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (length >= text.Length * sizeof(char))
        {
            return null;
        }
        var bytes = new byte[length];
        var status = Utf8.FromUtf16(text, bytes, out _, out _, replaceInvalidSequences: false);
        return status is System.Buffers.OperationStatus.Done ? bytes : null;
    }

    private sealed class RestingContent : AIContent;
}
