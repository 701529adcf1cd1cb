namespace GatewayBench;

/// <summary>How much pairs of one build scatter, in one metric of one row.</summary>
/// <param name="TakenAt">When it was measured.</param>
/// <param name="Row">The scenario.</param>
/// <param name="Metric">As <see cref="PairedMetric.Name"/> has it.</param>
/// <param name="Conditions">As <see cref="PairPlan.NoiseConditions"/> has them.</param>
/// <param name="Pairs">How many it rests on.</param>
/// <param name="Sigma">The standard deviation of ln(B / A).</param>
/// <param name="Low">The lower end of sigma's 95 % interval.</param>
/// <param name="High">The upper end.</param>
/// <param name="Refusal">Why no verdict may be given here; null if one may.</param>
internal sealed record NoiseRow(
    DateTimeOffset TakenAt,
    string Row,
    string Metric,
    string Conditions,
    int Pairs,
    double Sigma,
    double Low,
    double High,
    string? Refusal
)
{
    /// <summary>Whether it says the same of the same, only at another time.</summary>
    public bool Replaces(NoiseRow other) =>
        (Row, Metric, Conditions) == (other.Row, other.Metric, other.Conditions);

    /// <summary>What A/A says of each metric that has pairs enough.</summary>
    /// <param name="noise">A/A.</param>
    public static IReadOnlyList<NoiseRow> Of(PairedComparison noise) =>
        [
            .. from figures in noise
                .Kept.SelectMany(pair => pair.Figures)
                .GroupBy(figure => (figure.Row, figure.Metric))
            let known = figures.Select(figure => figure.LogRatio).OfType<double>().ToArray()
            where known.Length >= NoiseCalibration.LeastPairs
            let noiseOf = NoiseCalibration.Of(PairMetrics.Of(figures.Key.Metric), known)
            select new NoiseRow(
                noise.StartedAt,
                figures.Key.Row,
                figures.Key.Metric,
                noise.Plan.NoiseConditions,
                known.Length,
                noiseOf.Sigma,
                noiseOf.SigmaInterval.Low,
                noiseOf.SigmaInterval.High,
                noiseOf.Refusal
            ),
        ];
}
