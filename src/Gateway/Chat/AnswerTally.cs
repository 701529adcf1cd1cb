using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>What the pieces of an answer say about the whole: an agent may have asked several times.</summary>
internal sealed class AnswerTally
{
    /// <summary>The sum of what was counted; null if nothing was.</summary>
    public UsageDetails? Usage { get; private set; }

    public string? Model { get; private set; }

    /// <summary>Why the last answer ended.</summary>
    public ChatFinishReason? FinishReason { get; private set; }

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
