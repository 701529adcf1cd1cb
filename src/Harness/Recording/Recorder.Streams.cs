namespace GatewayBench;

/// <summary>What a thread records of streams; nothing is kept, or spent, where there are none.</summary>
internal sealed partial class Recorder
{
    private StreamCells? _streams;

    /// <summary>Null before the first stream.</summary>
    public StreamCells? Streams => Volatile.Read(ref _streams);

    /// <summary>Records a stream of the measured time that ended well; null is none.</summary>
    public void RecordStream(in Hit hit, in StreamFigures? stream)
    {
        if (stream is not { } figures)
        {
            return;
        }
        var streams = StreamsForWriting();
        streams.Count(figures);
        if (figures.FirstToken != 0)
        {
            streams.FirstTokens.RecordValue(Nanoseconds(figures.FirstToken - hit.Intended));
        }
    }

    /// <summary>Records a time between two texts of a stream, however it ends.</summary>
    public void RecordGap(long ticks) => StreamsForWriting().Gaps.RecordValue(Nanoseconds(ticks));

    /// <summary>Counts the tokens of a stream that ended well within the measured time; null is none.</summary>
    public void CountTokensInTime(in StreamFigures? stream)
    {
        if (stream is { } figures)
        {
            StreamsForWriting().TokensInTime += figures.Tokens;
        }
    }

    private StreamCells StreamsForWriting()
    {
        if (_streams is null)
        {
            Volatile.Write(ref _streams, new StreamCells());
        }
        return _streams;
    }
}
