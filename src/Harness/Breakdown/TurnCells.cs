using System.Numerics;

namespace GatewayBench;

/// <summary>
/// The successes of one thread, or of several, by the turn of their session: the first, the second,
/// the third and fourth, and so on, each cell twice as wide as the one before. Memory is fixed.
/// </summary>
internal sealed class TurnCells
{
    private const int Cells = 16;

    private readonly TurnSum[] _sums = new TurnSum[Cells];
    private readonly LongHistogram?[] _latency = new LongHistogram?[Cells];
    private readonly LongHistogram?[] _firstTokens = new LongHistogram?[Cells];

    /// <summary>Makes room, if there is none yet.</summary>
    public void Expect(int turn, bool isStream)
    {
        if (turn <= 0)
        {
            return;
        }
        var cell = CellOf(turn);
        _latency[cell] ??= PromptCells.NewHistogram();
        if (isStream)
        {
            _firstTokens[cell] ??= PromptCells.NewHistogram();
        }
    }

    /// <param name="asked">Of a turn that was expected; nothing is added without one.</param>
    /// <param name="visits">What the provider tells; null for nothing.</param>
    /// <param name="latency">In nanoseconds.</param>
    /// <param name="firstToken">From the intended start, in nanoseconds; null of what is no stream.</param>
    public void Add(in Asked asked, TraceVisits? visits, long latency, long? firstToken)
    {
        if (asked.Turn == 0)
        {
            return;
        }
        var cell = CellOf(asked.Turn);
        _sums[cell].Add(asked, visits);
        _latency[cell]!.RecordValue(latency);
        if (firstToken is { } time)
        {
            _firstTokens[cell]!.RecordValue(time);
        }
    }

    public void Add(TurnCells other)
    {
        for (var i = 0; i < Cells; i++)
        {
            _sums[i].Add(other._sums[i]);
            _latency[i] = Sum(_latency[i], other._latency[i]);
            _firstTokens[i] = Sum(_firstTokens[i], other._firstTokens[i]);
        }
    }

    /// <summary>The turns that there were.</summary>
    public IEnumerable<TurnResult> Results()
    {
        for (var i = 0; i < Cells; i++)
        {
            if (_sums[i].Exchanges > 0)
            {
                yield return _sums[i].Result(FirstOf(i), LastOf(i), _latency[i]!, _firstTokens[i]);
            }
        }
    }

    private static int CellOf(int turn) =>
        Math.Min(turn == 1 ? 0 : BitOperations.Log2((uint)turn - 1) + 1, Cells - 1);

    private static int FirstOf(int cell) => cell == 0 ? 1 : (1 << (cell - 1)) + 1;

    private static int? LastOf(int cell) => cell == Cells - 1 ? null : 1 << cell;

    private static LongHistogram? Sum(LongHistogram? sum, LongHistogram? other)
    {
        if (other is not null)
        {
            (sum ??= PromptCells.NewHistogram()).Add(other);
        }
        return sum;
    }
}
