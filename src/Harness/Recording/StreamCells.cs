namespace GatewayBench;

/// <summary>One thread's figures of streams, or the sum of several.</summary>
internal sealed class StreamCells
{
    /// <summary>From the intended start.</summary>
    public LongHistogram FirstTokens { get; } = HitHistograms.NewHistogram();

    /// <summary>From each text to the next of the same stream.</summary>
    public LongHistogram Gaps { get; } = HitHistograms.NewHistogram();

    public long Turns { get; private set; }

    public long TurnsWithUsage { get; private set; }

    public long Tokens { get; private set; }

    public long TokensInTime { get; set; }

    public long Pieces { get; private set; }

    public StreamResult Result =>
        new(FirstTokens, Gaps, Turns, TurnsWithUsage, Tokens, TokensInTime, Pieces);

    /// <summary>Counts a stream that ended well; its times are recorded apart.</summary>
    public void Count(in StreamFigures stream)
    {
        Turns++;
        TurnsWithUsage += stream.IsFromUsage ? 1 : 0;
        Tokens += stream.Tokens;
        Pieces += stream.Pieces;
    }

    public void Add(StreamCells other)
    {
        FirstTokens.Add(other.FirstTokens);
        Gaps.Add(other.Gaps);
        Turns += other.Turns;
        TurnsWithUsage += other.TurnsWithUsage;
        Tokens += other.Tokens;
        TokensInTime += other.TokensInTime;
        Pieces += other.Pieces;
    }
}
