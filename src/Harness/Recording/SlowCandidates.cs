namespace GatewayBench;

/// <summary>
/// The slowest exchanges that one thread has recorded. Whether one belongs to them costs a
/// comparison, and of a million exchanges in any order about a hundred do when they end.
/// </summary>
/// <param name="most">How many are kept.</param>
internal sealed class SlowCandidates(int most)
{
    private readonly SlowCandidate[] _kept = new SlowCandidate[most];
    private int _count;
    private int _fastest;

    /// <summary>The latency that is to be exceeded, in timestamps.</summary>
    public long Threshold { get; private set; } = most > 0 ? long.MinValue : long.MaxValue;

    /// <summary>In no order.</summary>
    public ReadOnlySpan<SlowCandidate> All => _kept.AsSpan(0, _count);

    /// <param name="candidate">Slower than <see cref="Threshold"/>.</param>
    public void Keep(in SlowCandidate candidate)
    {
        _kept[_count < most ? _count++ : _fastest] = candidate;
        if (_count < most)
        {
            return;
        }
        for (var i = 0; i < most; i++)
        {
            _fastest = _kept[i].Ticks < _kept[_fastest].Ticks ? i : _fastest;
        }
        Threshold = _kept[_fastest].Ticks;
    }
}
