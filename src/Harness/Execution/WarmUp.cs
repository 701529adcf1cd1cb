namespace GatewayBench;

/// <summary>
/// Decides when a target has settled. Two signs must agree: the rate of the last stretch does not
/// differ from that of the stretch before by more than a tenth (or than chance explains, at low
/// rates), and the just-in-time compiler has nearly come to rest. The rate alone is not enough: it
/// stands still for seconds while the compiler works through its queue, and then doubles.
/// </summary>
/// <param name="users">
/// Closed-loop users. A stretch spans at least two exchanges of each: users that started together
/// answer together, so a shorter one sees all of them or none.
/// </param>
internal sealed class WarmUp(int users)
{
    public static readonly TimeSpan SliceLength = TimeSpan.FromMilliseconds(250);
    private const int LeastSlices = 3;
    private const int ExchangesPerUser = 2;
    private const double Tolerance = 0.10;
    private const double StandardErrors = 2;

    /// <summary>
    /// While code is being replaced by faster code it is hundreds in a stretch; a stray few come at
    /// any time, from timers and rare paths.
    /// </summary>
    private const long MethodsAtRest = 20;

    private readonly List<Slice> _slices = [];

    /// <param name="Seconds">Its length: a waiting thread wakes late when the cores are busy.</param>
    /// <param name="Hits">Exchanges that ended in it.</param>
    /// <param name="CompiledMethods">Methods that the process compiled in it, anew or again.</param>
    public readonly record struct Slice(double Seconds, long Hits, long CompiledMethods);

    public bool HasSettled
    {
        get
        {
            var length = StretchLength();
            if (_slices.Count < 2 * length)
            {
                return false;
            }
            var last = Sum(_slices.TakeLast(length));
            var before = Sum(_slices.SkipLast(length).TakeLast(length));
            return last.CompiledMethods <= MethodsAtRest && IsSteady(before, last);
        }
    }

    public void Add(Slice slice) => _slices.Add(slice);

    /// <summary>The number of slices, counted from the end, that a stretch needs.</summary>
    private int StretchLength()
    {
        var (length, hits) = (0, 0L);
        while (
            length < _slices.Count
            && (length < LeastSlices || hits < ExchangesPerUser * (long)users)
        )
        {
            length++;
            hits += _slices[^length].Hits;
        }
        return Math.Max(length, LeastSlices);
    }

    private static Slice Sum(IEnumerable<Slice> slices) =>
        slices.Aggregate(
            (a, b) =>
                new Slice(
                    a.Seconds + b.Seconds,
                    a.Hits + b.Hits,
                    a.CompiledMethods + b.CompiledMethods
                )
        );

    private bool IsSteady(Slice before, Slice last)
    {
        var expected = before.Hits / before.Seconds * last.Seconds;
        // The difference of two Poisson counts has the variance of their sum; and of users that
        // answer together, all or none fall into a stretch at its edge.
        var chance = StandardErrors * Math.Sqrt(expected + last.Hits);
        var tolerated = Math.Max(Tolerance * expected, Math.Max(chance, users));
        return before.Hits > 0 && last.Hits > 0 && Math.Abs(last.Hits - expected) <= tolerated;
    }
}
