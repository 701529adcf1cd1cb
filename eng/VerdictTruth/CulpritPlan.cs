namespace GatewayBench.VerdictTruth;

/// <summary>What is wrong with which of a repository's commits, which count from 1.</summary>
/// <param name="Culprit">The one that costs.</param>
/// <param name="Unbuildable">Those that don't build.</param>
/// <param name="Unstartable">Those that don't start.</param>
internal sealed record CulpritPlan(
    int Culprit,
    IReadOnlyList<int> Unbuildable,
    IReadOnlyList<int> Unstartable
)
{
    public const int Commits = 64;

    /// <summary>All that the answer may be: with the culprit those right before it that can't be judged, and what follows if it can't be either.</summary>
    public IReadOnlyList<int> Hidden
    {
        get
        {
            var (first, last) = (Culprit, Culprit);
            while (IsBroken(first - 1))
            {
                first--;
            }
            while (IsBroken(last))
            {
                last++;
            }
            return [.. Enumerable.Range(first, last - first + 1)];
        }
    }

    /// <summary>Two that don't build and one that doesn't start, none beside the culprit.</summary>
    /// <param name="run">Each has its culprit elsewhere.</param>
    public static CulpritPlan Named(int run)
    {
        var culprit = 12 + 17 * run % 40;
        return new(culprit, [culprit - 6, culprit + 5], [culprit + 9]);
    }

    /// <summary>The culprit and the one before it don't build.</summary>
    /// <inheritdoc cref="Named" path="/param" />
    public static CulpritPlan Covered(int run)
    {
        var culprit = 12 + 17 * run % 40;
        return new(culprit, [culprit - 1, culprit], []);
    }

    private bool IsBroken(int commit) =>
        Unbuildable.Contains(commit) || Unstartable.Contains(commit);
}
