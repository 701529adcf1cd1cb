using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// What the pieces of an answer say about the whole, the one place where it is reckoned: the model may
/// have been asked several times. Of usage it is the sum of all that was counted; of the model and the
/// finish reason what was said last, since that is who spoke the last words and why they ended.
/// </summary>
internal sealed class AnswerTally
{
    /// <summary>Null if nothing was counted.</summary>
    public UsageDetails? Usage { get; private set; }

    /// <summary>Null if none was named.</summary>
    public string? Model { get; private set; }

    /// <summary>Null if none was given.</summary>
    public ChatFinishReason? FinishReason { get; private set; }

    /// <summary>That of an answer that came whole.</summary>
    public static AnswerTally Of(ChatResponse response) =>
        new()
        {
            Usage = response.Usage,
            Model = response.ModelId,
            FinishReason = response.FinishReason,
        };

    public void Add(ChatResponseUpdate update)
    {
        Model = update.ModelId ?? Model;
        FinishReason = update.FinishReason ?? FinishReason;
        // By index, here and wherever each token comes by: the list's enumerator would be boxed.
        for (var i = 0; i < update.Contents.Count; i++)
        {
            if (update.Contents[i] is UsageContent counted)
            {
                (Usage ??= new UsageDetails()).Add(counted.Details);
            }
        }
    }
}
