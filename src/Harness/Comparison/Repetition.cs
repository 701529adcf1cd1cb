namespace GatewayBench;

/// <summary>One experiment, done twice: what of the first time's troubles is left, and what is new.</summary>
/// <param name="Before">The first time.</param>
/// <param name="Now">The second time.</param>
/// <param name="Fixed">What was wrong before, and is known not to be now.</param>
/// <param name="Left">What is wrong both times.</param>
/// <param name="New">What is wrong now and was not before.</param>
/// <param name="Untold">What was wrong before, with why nobody knows of it now.</param>
internal sealed record Repetition(
    LoadResult Before,
    LoadResult Now,
    IReadOnlyList<Trouble> Fixed,
    IReadOnlyList<(Trouble Before, Trouble Now)> Left,
    IReadOnlyList<Trouble> New,
    IReadOnlyList<(Trouble Before, string Why)> Untold
)
{
    public static Repetition Of(LoadResult before, LoadResult now)
    {
        var (first, second) = (Troubles.Of(before), Troubles.Of(now));
        var gone = first
            .Where(one => Find(one, second) is null)
            .ToLookup(one => Troubles.UntoldBy(now, one));
        return new Repetition(
            before,
            now,
            [.. gone[null]],
            [
                .. from one in first
                let same = Find(one, second)
                where same is not null
                select (one, same),
            ],
            [.. second.Where(one => Find(one, first) is null)],
            [
                .. gone.Where(why => why.Key is not null)
                    .SelectMany(why => why, (why, one) => (one, why.Key!)),
            ]
        );
    }

    /// <summary>The first to give way now, of each row in which something does.</summary>
    public IEnumerable<Trouble> Next =>
        Troubles
            .Of(Now)
            .Where(one => one.IsSuspect)
            .GroupBy(one => one.Row)
            .Select(row => row.MinBy(one => one.Second)!);

    private static Trouble? Find(Trouble one, IEnumerable<Trouble> others) =>
        others.FirstOrDefault(other => other.Row == one.Row && other.Name == one.Name);
}
