namespace GatewayBench;

/// <summary>One metric of one row, in both arms of a pair.</summary>
/// <param name="Row">The scenario.</param>
/// <param name="Metric">As <see cref="PairedMetric.Name"/> has it.</param>
/// <param name="A">Above 0; null where it isn't known, as of too few samples.</param>
/// <param name="B">Likewise.</param>
internal sealed record PairFigure(string Row, string Metric, double? A, double? B)
{
    /// <summary>ln(B / A); null unless both are known.</summary>
    public double? LogRatio => A is { } a && B is { } b ? PairedMetric.LogRatio(a, b) : null;
}
