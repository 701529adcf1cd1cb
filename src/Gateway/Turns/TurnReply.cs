using System.Text;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// What the agent said in a turn, as it is stored: put together from what was streamed, or whole.
/// Model and usage are those of its <see cref="AnswerTally"/>.
/// </summary>
internal sealed class TurnReply
{
    private readonly StringBuilder _text;
    private readonly AnswerTally _tally;

    public TurnReply()
        : this("", new()) { }

    private TurnReply(string text, AnswerTally tally) => (_text, _tally) = (new(text), tally);

    public string Text => _text.ToString();

    public string? Model => _tally.Model;

    public long? InputTokens => _tally.Usage?.InputTokenCount;

    public long? OutputTokens => _tally.Usage?.OutputTokenCount;

    public static TurnReply From(ChatResponse response) =>
        new(response.Text, AnswerTally.Of(response));

    public void Add(ChatResponseUpdate update)
    {
        _tally.Add(update);
        for (var i = 0; i < update.Contents.Count; i++)
        {
            if (update.Contents[i] is TextContent text)
            {
                _text.Append(text.Text);
            }
        }
    }
}
