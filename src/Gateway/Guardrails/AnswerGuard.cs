using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Guards one answer, message by message or update by update.</summary>
/// <param name="text">Guards its text.</param>
/// <param name="passesCalls">Whether calls of tools are the caller's.</param>
internal sealed class AnswerGuard(TextGuard text, bool passesCalls)
{
    private ChatResponseUpdate? _last;
    private string? _messageId;
    private ChatRole? _role;

    public bool IsBlocked => text.IsBlocked;

    /// <summary>A whole message, guarded. The given one stays as it is: a cache may hold it.</summary>
    public ChatMessage Guard(ChatMessage message)
    {
        var guarded = message.Clone();
        guarded.RawRepresentation = null;
        guarded.Contents = Guard(message.Contents, isEnd: true);
        return guarded;
    }

    /// <summary>What was held back of the message before, if this update begins another one.</summary>
    public ChatResponseUpdate? EndBefore(ChatResponseUpdate update) =>
        (update.MessageId ?? _messageId) != _messageId || (update.Role ?? _role) != _role
            ? End()
            : null;

    /// <summary>An update, guarded; null if all of it is held back.</summary>
    public ChatResponseUpdate? Guard(ChatResponseUpdate update)
    {
        _last = update;
        _messageId = update.MessageId ?? _messageId;
        _role = update.Role ?? _role;
        var isEnd = update.FinishReason is not null;
        var contents = Guard(update.Contents, isEnd);
        if (contents.Count == 0 && update.Contents.Count > 0 && !isEnd)
        {
            return null;
        }
        var guarded = update.Clone();
        guarded.RawRepresentation = null;
        guarded.Contents = contents;
        return guarded;
    }

    /// <summary>What was held back of the last message; null if nothing.</summary>
    public ChatResponseUpdate? End() =>
        text.End() is { Length: > 0 } rest ? Follow(new TextContent(rest)) : null;

    /// <summary>The update that ends an answer that must not go on.</summary>
    public ChatResponseUpdate Blocked(string explanation)
    {
        var end = Follow(new TextContent(explanation));
        end.FinishReason = ChatFinishReason.ContentFilter;
        return end;
    }

    private List<AIContent> Guard(IList<AIContent> contents, bool isEnd)
    {
        var guarded = new List<AIContent>(contents.Count);
        foreach (var content in contents)
        {
            switch (content)
            {
                case TextContent piece:
                    Add(text.Take(piece.Text), guarded);
                    break;
                case ErrorContent error:
                    Add(text.End(), guarded);
                    var said = text.Take(error.Message) + text.End();
                    guarded.Add(new ErrorContent(said) { ErrorCode = error.ErrorCode });
                    break;
                case FunctionCallContent when passesCalls:
                case UsageContent:
                    guarded.Add(content);
                    break;
                default:
                    break;
            }
        }
        if (isEnd)
        {
            Add(text.End(), guarded);
        }
        return guarded;
    }

    private static void Add(string released, List<AIContent> guarded)
    {
        if (released.Length > 0)
        {
            guarded.Add(new TextContent(released));
        }
    }

    private ChatResponseUpdate Follow(AIContent content) =>
        new(ChatRole.Assistant, [content])
        {
            ResponseId = _last?.ResponseId,
            MessageId = _messageId,
            ModelId = _last?.ModelId,
            CreatedAt = _last?.CreatedAt,
        };
}
