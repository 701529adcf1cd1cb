namespace GatewayBench;

/// <summary>What became of many comparisons: the share of each verdict.</summary>
/// <param name="Comparisons">How many there were.</param>
/// <param name="Regressed">0 to 1; NaN without any, like all shares.</param>
/// <param name="Improved">0 to 1.</param>
/// <param name="Unchanged">0 to 1.</param>
/// <param name="Inconclusive">0 to 1.</param>
/// <param name="MeanPairs">After how many pairs they ended.</param>
internal sealed record VerdictShares(
    int Comparisons,
    double Regressed,
    double Improved,
    double Unchanged,
    double Inconclusive,
    double MeanPairs
)
{
    public static VerdictShares Of(IEnumerable<Finding> findings)
    {
        var counts = new int[Enum.GetValues<Verdict>().Length];
        var (comparisons, pairs) = (0, 0L);
        foreach (var finding in findings)
        {
            comparisons++;
            counts[(int)finding.Verdict]++;
            pairs += finding.Pairs;
        }
        return new VerdictShares(
            comparisons,
            Share(Verdict.Regressed),
            Share(Verdict.Improved),
            Share(Verdict.Unchanged),
            Share(Verdict.Inconclusive),
            (double)pairs / comparisons
        );

        double Share(Verdict verdict) => (double)counts[(int)verdict] / comparisons;
    }
}
