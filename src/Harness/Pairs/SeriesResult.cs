namespace GatewayBench;

/// <summary>What a comparison says of one metric of one row.</summary>
/// <param name="Row">The scenario.</param>
/// <param name="Metric">As <see cref="PairedMetric.Name"/> has it.</param>
/// <param name="Role"><c>primary</c>, which decides, <c>companion</c> or <c>other row</c>.</param>
/// <param name="Verdict">
/// <c>regressed</c>, <c>improved</c>, <c>unchanged</c> or <c>inconclusive</c>; null before the first look, and for A/A.
/// </param>
/// <param name="Pairs">The pairs that have a figure.</param>
/// <param name="Judged">The pairs that the verdict rests on.</param>
/// <param name="Ratio">The estimate of B over A.</param>
/// <param name="Low">The lower end of its 95 % interval; null with less than six pairs.</param>
/// <param name="High">The upper end.</param>
/// <param name="Worse">One-sided p-value of "B is not worse by more than the tolerance".</param>
/// <param name="Better">Likewise of better.</param>
internal sealed record SeriesResult(
    string Row,
    string Metric,
    string Role,
    string? Verdict,
    int Pairs,
    int Judged,
    double Ratio,
    double? Low,
    double? High,
    double Worse,
    double Better
);
