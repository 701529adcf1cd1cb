namespace GatewayBench;

/// <summary>A fresh launch of two commits, measured in turns.</summary>
/// <param name="LogRatio">ln(candidate / anchor) of the metric that decides.</param>
/// <param name="Companions">Likewise of other metrics, by their names; those without a figure are not in it.</param>
internal sealed record CandidatePair(
    double LogRatio,
    IReadOnlyDictionary<string, double> Companions
);
