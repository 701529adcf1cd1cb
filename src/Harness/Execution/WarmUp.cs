namespace GatewayBench;

/// <summary>
/// Decides when a target has settled, from the mean service time of slice after slice. It has when
/// 1. since the last change point there are enough slices, and each user has had its exchanges;
/// 2. they show no trend;
/// 3. the just-in-time compiler has nearly come to rest.
/// Service times alone are not enough: they stand still for seconds while the compiler works
/// through its queue, and then halve.
/// </summary>
/// <param name="users">Whose exchanges are waited for: those of a closed loop; 1 for an open load.</param>
/// <remarks>
/// Slices without a hit are merged with the next that has one. The service time is what is
/// compared, and not the rate: users that started together answer together, so that a rate sees
/// all of them or none, while each answer tells its own service time.
/// </remarks>
internal sealed class WarmUp(int users)
{
    public static readonly TimeSpan SliceLength = TimeSpan.FromMilliseconds(100);

    /// <summary>Pettitt's test can't call a change in fewer than eleven values.</summary>
    public const int LeastSlices = 12;

    /// <summary>Of the steady part, and of the stretch over which the compiler has to rest.</summary>
    private const double LeastSeconds = 1;

    private const int ExchangesPerUser = 2;

    /// <summary>
    /// While code is being replaced by faster code it is hundreds in a second; a stray few come at
    /// any time, from timers and rare paths.
    /// </summary>
    private const long MethodsAtRest = 20;

    /// <summary>A warm-up may last an hour; what is older than this has nothing to say any more.</summary>
    private const int MostSlices = 200;

    private readonly List<Slice> _slices = [];
    private readonly Queue<Slice> _lastSecond = [];
    private Slice _withoutHit;

    /// <summary>Those with hits; they don't grow with the length of the warm-up.</summary>
    public int SlicesKept => _slices.Count;

    /// <summary>Judged as answers arrive: while a target answers nothing, it has not settled.</summary>
    public bool HasSettled =>
        _withoutHit.Seconds == 0
        && _slices.Count >= LeastSlices
        && IsCompilerAtRest()
        && IsSteady([.. _slices.Select(slice => slice.MeanService)]);

    public void Add(Slice slice)
    {
        _lastSecond.Enqueue(slice);
        while (_lastSecond.Sum(s => s.Seconds) - _lastSecond.Peek().Seconds >= LeastSeconds)
        {
            _lastSecond.Dequeue();
        }
        _withoutHit += slice;
        if (_withoutHit.Hits == 0)
        {
            return;
        }
        _slices.Add(_withoutHit);
        _withoutHit = default;
        if (_slices.Count > MostSlices)
        {
            _slices.RemoveAt(0);
        }
    }

    private bool IsCompilerAtRest() => Slice.Sum(_lastSecond).CompiledMethods <= MethodsAtRest;

    private bool IsSteady(double[] series)
    {
        var start = Steadiness.ValuesBeforeLastChange(series);
        var steady = Slice.Sum(_slices.Skip(start));
        return series.Length - start >= LeastSlices
            && steady.Seconds >= LeastSeconds
            && steady.Hits >= ExchangesPerUser * (long)users
            && !Steadiness.HasTrend(series.AsSpan(start));
    }
}
