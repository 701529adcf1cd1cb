namespace GatewayBench;

/// <summary>Where a part of a reply stands among a response's output items and its events.</summary>
/// <param name="Reply">Of one choice: a response has no others.</param>
/// <param name="Index">Which of its parts, and so which output item.</param>
internal readonly record struct OutputPosition(ModelReply Reply, int Index)
{
    /// <summary>Each part of a reply is an output item.</summary>
    public static int Count(ModelReply reply) => reply.Choices[0].Parts.Count;

    public ReplyPart Part => Reply.Choices[0].Parts[Index];

    public OutputItem Item => OutputItem.Of(Part);

    public bool IsLast => Index == Count(Reply) - 1;

    /// <summary>Unique to the item.</summary>
    public string Id =>
        $"{Item.IdPrefix}_{Reply.Request.Prompt.Hash:x16}{Reply.Sequence:x}_{Index:x}";

    /// <summary>Only the last item of a reply can have been cut.</summary>
    public string FinalStatus =>
        IsLast && Reply.Choices[0].Ending == ReplyEnding.Length ? "incomplete" : "completed";

    /// <summary>The sequence number of the item's first event.</summary>
    public int FirstEvent => ResponseEvents.AtStart + EventsBefore(Reply, Index);

    /// <summary>How many events the output items before one have.</summary>
    public static int EventsBefore(ModelReply reply, int index)
    {
        var events = 0;
        for (var i = 0; i < index; i++)
        {
            var at = new OutputPosition(reply, i);
            events += at.Item.OpeningEvents + at.Part.Pieces + at.Item.ClosingEvents;
        }
        return events;
    }
}
