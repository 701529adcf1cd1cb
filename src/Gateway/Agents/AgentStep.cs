using System.Text;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// What comes in during one streamed step. Updates with text pass as they are; what is about the
/// step and not about the turn, its usage and its end, is held back.
/// </summary>
internal sealed class AgentStep
{
    private readonly StringBuilder _text = new();
    private readonly List<AIContent> _others = [];

    public List<FunctionCallContent> Calls { get; } = [];

    public UsageDetails? Usage { get; private set; }

    /// <summary>The last update that came in.</summary>
    public ChatResponseUpdate? Last { get; private set; }

    /// <returns>What the caller of the turn is to see now; null if nothing.</returns>
    public ChatResponseUpdate? Take(ChatResponseUpdate update)
    {
        Last = update;
        var kept = update.Contents.Count;
        for (var i = 0; i < update.Contents.Count; i++)
        {
            switch (update.Contents[i])
            {
                case TextContent text:
                    _text.Append(text.Text);
                    break;
                case UsageContent usage:
                    (Usage ??= new()).Add(usage.Details);
                    kept--;
                    break;
                case FunctionCallContent call:
                    Calls.Add(call);
                    _others.Add(call);
                    break;
                case var other:
                    _others.Add(other);
                    break;
            }
        }
        var goesOn = Calls.Count > 0 && update.FinishReason is not null;
        if (kept == update.Contents.Count && !goesOn)
        {
            return update;
        }
        // Not changed in place: a cache may hold the same object.
        var shown = update.Clone();
        shown.Contents = [.. update.Contents.Where(content => content is not UsageContent)];
        shown.FinishReason = goesOn ? null : update.FinishReason;
        return shown.Contents.Count == 0 && shown.FinishReason is null ? null : shown;
    }

    /// <summary>All that the model said in this step.</summary>
    public ChatMessage ToMessage() =>
        new(
            ChatRole.Assistant,
            _text.Length == 0 ? [.. _others] : [new TextContent(_text.ToString()), .. _others]
        );
}
