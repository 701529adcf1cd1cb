namespace GatewayBench;

/// <summary>
/// After how many pairs a comparison may end. Fixed before the first pair: who looks whenever he
/// likes finds something sooner or later.
/// </summary>
internal sealed class Looks
{
    /// <summary>The pairs that a comparison can be given.</summary>
    public const int Most = 160;

    /// <summary>After 10, 16, 24 and 40 pairs.</summary>
    public static readonly Looks Standard = new(10, 16, 24, 40);

    /// <summary>Each about 1.6 times the one before.</summary>
    private static readonly int[] Steps = [10, 16, 24, 40, 64, 100, Most];

    private readonly int[] _after;

    /// <param name="after">Numbers of pairs, rising, 1 to <see cref="Most"/>; at least one.</param>
    /// <exception cref="ArgumentException">They are not.</exception>
    public Looks(params int[] after)
    {
        var rises = after.Zip(after.Skip(1)).All(two => two.First < two.Second);
        if (after.Length == 0 || !rises || after[0] < 1 || after[^1] > Most)
        {
            throw new ArgumentException(
                $"Looks are after {(after.Length == 0 ? "no" : string.Join(", ", after))} pairs; "
                    + $"allowed: at least one number, each larger than the one before, 1 to {Most}.",
                nameof(after)
            );
        }
        _after = after;
    }

    public int Count => _after.Length;

    public int First => _after[0];

    public int Last => _after[^1];

    /// <summary>
    /// The looks of a comparison for which there is time for so many pairs: the usual ones, and one
    /// at the end. A usual one shortly before the end is left out, as each look costs power.
    /// </summary>
    /// <param name="pairs">1 to <see cref="Most"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Another number.</exception>
    public static Looks UpTo(int pairs)
    {
        if (pairs is < 1 or > Most)
        {
            throw new ArgumentOutOfRangeException(
                nameof(pairs),
                pairs,
                $"There is time for {pairs} pairs; allowed: 1 to {Most}."
            );
        }
        return new Looks([.. Steps.Where(step => step * 1.25 <= pairs), pairs]);
    }

    /// <summary>Those that so many pairs have come to, in order.</summary>
    public IEnumerable<int> ReachedBy(int pairs) => _after.TakeWhile(look => look <= pairs);

    public override string ToString() => string.Join(", ", _after);
}
