namespace GatewayBench;

/// <summary>What a thread records of streams; nothing is kept, or spent, where there are none.</summary>
internal sealed partial class Recorder
{
    /// <summary>Null where answers are not streamed; else from the start, not at the first measured one.</summary>
    public StreamCells? Streams { get; }

    /// <summary>Records a stream of the measured time that ended well; null is none.</summary>
    public void RecordStream(in Hit hit, in StreamFigures? stream)
    {
        if (stream is not { } figures)
        {
            return;
        }
        var streams = Streams!;
        streams.Count(figures);
        if (figures.FirstToken != 0)
        {
            streams.FirstTokens.RecordValue(Nanoseconds(figures.FirstToken - hit.Intended));
        }
    }

    /// <summary>Records a time between two texts of a stream, however it ends.</summary>
    public void RecordGap(long ticks) => Streams!.Gaps.RecordValue(Nanoseconds(ticks));

    /// <summary>Counts the tokens of a stream that ended well within the measured time; null is none.</summary>
    public void CountTokensInTime(in StreamFigures? stream)
    {
        if (stream is { } figures)
        {
            Streams!.TokensInTime += figures.Tokens;
        }
    }
}
