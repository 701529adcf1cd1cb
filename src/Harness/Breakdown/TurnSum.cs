namespace GatewayBench;

/// <summary>What the successes of some turns asked for.</summary>
internal struct TurnSum
{
    private long _turns;
    private long _bytes;
    private long _told;
    private double _tokens;
    private double _tokensSquared;

    public long Exchanges { get; private set; }

    /// <param name="asked">The exchange's.</param>
    /// <param name="visits">What the provider tells of it; null for nothing.</param>
    public void Add(in Asked asked, TraceVisits? visits)
    {
        Exchanges++;
        _turns += asked.Turn;
        _bytes += asked.Bytes;
        if (visits is { Requests: > 0 } known)
        {
            var tokens = (double)known.PromptTokens / known.Requests;
            _told++;
            _tokens += tokens;
            _tokensSquared += tokens * tokens;
        }
    }

    public void Add(in TurnSum other)
    {
        Exchanges += other.Exchanges;
        _turns += other._turns;
        _bytes += other._bytes;
        _told += other._told;
        _tokens += other._tokens;
        _tokensSquared += other._tokensSquared;
    }

    public readonly TurnResult Result(
        int first,
        int? last,
        LongHistogram latency,
        LongHistogram? firstTokens
    )
    {
        var mean = _tokens / _told;
        return new TurnResult(
            first,
            last,
            Exchanges,
            (double)_turns / Exchanges,
            _told > 0 ? mean : null,
            _told > 1
                ? Math.Sqrt(Math.Max(0, _tokensSquared / _told - mean * mean) / (_told - 1))
                : null,
            (double)_bytes / Exchanges,
            latency.Copy(),
            firstTokens?.Copy()
        );
    }
}
