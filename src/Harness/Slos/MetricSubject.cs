namespace GatewayBench;

/// <summary>A scenario's own counter (its total), rate (its share) or trend (a percentile).</summary>
/// <param name="Name">The metric.</param>
/// <param name="Value">Which value of a trend; null for counters and rates.</param>
internal sealed record MetricSubject(string Name, PercentileOf? Value) : SloSubject
{
    public override SloUnit Unit => SloUnit.Number;

    public override bool IsOf(SloShape shape) => KindIn(shape) is not null;

    /// <summary>Only what a rate is allowed is a share, which the parser can't know.</summary>
    public override string? Refuses(SloLimit limit, SloShape shape) =>
        KindIn(shape) switch
        {
            MetricKind.Rate when limit.Value > 1 =>
                $"'{Name}' is a rate, so its limit is a share; allowed: 0 to 1, or 0 % to 100 %",
            MetricKind.Counter or MetricKind.Trend when limit.IsPercent =>
                $"'{Name}' is no rate; allowed: a number without %",
            _ => null,
        };

    public override SloFigure Read(SloScope scope)
    {
        var metric = scope.Metrics.First(Matches);
        return Value is { } value ? value.Read(metric.Values!)
            : metric.Count == 0 ? SloFigure.None("no successes to read it from")
            : metric.Kind == MetricKind.Rate ? SloFigure.Share(metric.Sum, metric.Count)
            : SloFigure.Of(metric.Sum);
    }

    /// <summary>What the figure is counted in, once the metric's kind is known.</summary>
    public SloUnit UnitIn(SloShape shape) =>
        KindIn(shape) == MetricKind.Rate ? SloUnit.Share : SloUnit.Number;

    public override string Missing(IEnumerable<SloShape> shapes)
    {
        var own = shapes
            .SelectMany(shape => shape.Metrics)
            .Select(metric => metric.Kind == MetricKind.Trend ? $"{metric.Name}.p95" : metric.Name)
            .Distinct();
        return $"nothing is called that; allowed: {SloWords.Allowed}{string.Concat(own.Select(name => $", {name}"))}";
    }

    private MetricKind? KindIn(SloShape shape) =>
        shape
            .Metrics.Where(metric => Matches(metric.Name, metric.Kind))
            .Select(metric => (MetricKind?)metric.Kind)
            .FirstOrDefault();

    private bool Matches(MetricResult metric) => Matches(metric.Name, metric.Kind);

    private bool Matches(string name, MetricKind kind) =>
        name == Name && kind == MetricKind.Trend == Value is not null;
}
