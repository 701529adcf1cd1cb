using System.Runtime.CompilerServices;

namespace Gateway;

/// <summary>
/// Runs turns and tells them as events, one for each piece of text that the provider sends. What
/// fails comes out as the exception that it is.
/// </summary>
internal sealed class TurnEvents(TurnRunner turns)
{
    public async IAsyncEnumerable<TurnEvent> RunAsync(
        Turn turn,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var tally = new AnswerTally();
        var tools = new ToolEvents();
        await foreach (var update in turns.StreamAsync(turn, cancellationToken))
        {
            tally.Add(update);
            if (update.Text is { Length: > 0 } text)
            {
                yield return new TurnDelta(text);
            }
            for (var i = 0; i < update.Contents.Count; i++)
            {
                if (tools.From(update.Contents[i]) is { } tool)
                {
                    yield return tool;
                }
            }
        }
        yield return new TurnDone(
            turn.SessionId,
            ChatUsage.From(tally.Usage),
            tally.Model,
            tally.FinishReason?.Value
        );
    }
}
