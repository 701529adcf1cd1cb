namespace GatewayBench;

/// <summary>
/// How often each key has come, for the keys that came last: memory is fixed. Any number of threads
/// may use it; each waits only for those whose keys fall into the same part.
/// </summary>
internal sealed class ArrivalTable
{
    /// <summary>How many keys are remembered by default: at 10,000 requests a second those of 6 s.</summary>
    public const int DefaultKeys = 65_536;

    private const int MostStripes = 64;
    private readonly ArrivalStripe?[] _stripes;
    private readonly int _setsPerStripe;

    /// <param name="keys">How many keys are remembered; somewhat fewer if they are unevenly spread.</param>
    public ArrivalTable(int keys = DefaultKeys)
    {
        var sets = ArrivalStripe.SetsFor(keys);
        _stripes = new ArrivalStripe?[Math.Min(MostStripes, sets)];
        _setsPerStripe = sets / _stripes.Length;
    }

    /// <summary>Keys that were forgotten because others needed their place.</summary>
    public long Evicted => _stripes.Sum(stripe => stripe?.Evicted ?? 0);

    /// <summary>Counts an arrival.</summary>
    /// <param name="key">Evenly spread, such as a hash.</param>
    /// <param name="now">A timestamp.</param>
    public Arrival Arrive(ulong key, long now) => StripeOf(ref key).Arrive(key, now);

    /// <summary>Notes that the key was asked not to come again before an instant.</summary>
    public void TellNotBefore(ulong key, long instant) =>
        StripeOf(ref key).TellNotBefore(key, instant);

    /// <summary>The stripe by the lower bits, its sets by the others. Made when first needed: most providers of tests never see an id.</summary>
    private ArrivalStripe StripeOf(ref ulong key)
    {
        var index = key % (ulong)_stripes.Length;
        key /= (ulong)_stripes.Length;
        return LazyInitializer.EnsureInitialized(
            ref _stripes[index],
            () => new ArrivalStripe(_setsPerStripe)
        );
    }
}
