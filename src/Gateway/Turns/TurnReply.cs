using System.Text;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>What the agent said in a turn, as it is stored: put together from what was streamed, or whole.</summary>
internal sealed class TurnReply
{
    private readonly StringBuilder _text = new();
    private UsageDetails? _usage;

    public string Text => _text.ToString();

    public string? Model { get; private set; }

    public long? InputTokens => _usage?.InputTokenCount;

    public long? OutputTokens => _usage?.OutputTokenCount;

    public static TurnReply From(ChatResponse response)
    {
        var reply = new TurnReply { Model = response.ModelId, _usage = response.Usage };
        reply._text.Append(response.Text);
        return reply;
    }

    public void Add(ChatResponseUpdate update)
    {
        Model ??= update.ModelId;
        for (var i = 0; i < update.Contents.Count; i++)
        {
            switch (update.Contents[i])
            {
                case TextContent text:
                    _text.Append(text.Text);
                    break;
                // An agent that takes several steps has used the tokens of all of them.
                case UsageContent usage:
                    (_usage ??= new()).Add(usage.Details);
                    break;
                default:
                    break;
            }
        }
    }
}
