namespace GatewayBench;

/// <summary>What a row or a part of one can be asked for, known before it runs as well as after.</summary>
/// <param name="Name">The scenario's.</param>
/// <param name="HasStreams">Whether its answers are streamed.</param>
/// <param name="Metrics">Its own counters, rates and trends.</param>
/// <param name="Parts">What it is made of.</param>
internal sealed record SloShape(
    string Name,
    bool HasStreams,
    IReadOnlyList<(string Name, MetricKind Kind)> Metrics,
    IReadOnlyList<SloShape> Parts
)
{
    /// <summary>The names of its load's stages.</summary>
    public IReadOnlyList<string> Stages { get; init; } = [];

    public static SloShape Of(Row row) =>
        Of(row.Scenario) with
        {
            Stages = [.. StageSpan.Of(row.Load).Select(stage => stage.Name)],
        };

    public static SloShape Of(Scenario scenario) =>
        new(
            scenario.Name,
            scenario.Format is not null,
            [.. scenario.Metrics.Select(metric => (metric.Name, metric.Kind))],
            [
                .. (scenario.Prelude is { } prelude ? [prelude] : Array.Empty<Scenario>())
                    .Concat(scenario.Form.Parts)
                    .Select(Of),
            ]
        );

    public static SloShape Of(RowResult row) =>
        new(row.Name, row.Streams is not null, Kinds(row.Metrics), [.. row.Parts.Select(Of)])
        {
            Stages = [.. row.Stages.Select(stage => stage.Name)],
        };

    public static SloShape Of(PartResult part) =>
        new(part.Name, part.Streams is not null, Kinds(part.Metrics), [.. part.Parts.Select(Of)]);

    /// <summary>It and all that it is made of.</summary>
    public IEnumerable<SloShape> All => Parts.SelectMany(part => part.All).Prepend(this);

    private static (string, MetricKind)[] Kinds(IReadOnlyList<MetricResult> metrics) =>
        [.. metrics.Select(metric => (metric.Name, metric.Kind))];
}
