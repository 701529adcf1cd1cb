using System.Diagnostics.Metrics;

namespace Gateway;

/// <summary>What searches cost, and what there is to search.</summary>
internal sealed class SearchMetrics
{
    private static readonly double[] Bounds =
    [
        0.001,
        0.0025,
        0.005,
        0.01,
        0.025,
        0.05,
        0.1,
        0.25,
        0.5,
        1,
        2.5,
        5,
    ];

    private readonly Histogram<double> _duration;
    private readonly Counter<long> _failures;

    public SearchMetrics(IMeterFactory meters, DocumentIndex documents, VectorIndex vectors)
    {
        var meter = meters.Create(GatewayMetrics.MeterName);
        _duration = meter.CreateHistogram(
            "gateway.search.duration",
            "s",
            "Time of one search by mode: hybrid, or full_text where vectors could not help.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Bounds }
        );
        _failures = meter.CreateCounter<long>(
            "gateway.search.embedding.failures",
            "{call}",
            "Attempts at vectors that came to nothing, by what they were for: query or document."
        );
        meter.CreateObservableGauge(
            "gateway.search.documents",
            () => documents.Count,
            "{document}",
            "Documents that can be found."
        );
        meter.CreateObservableGauge(
            "gateway.search.vectors",
            () => vectors.Count,
            "{document}",
            "Documents that can be found by their vector."
        );
    }

    public void Searched(TimeSpan duration, bool hybrid) =>
        _duration.Record(
            duration.TotalSeconds,
            KeyValuePair.Create<string, object?>(
                "gateway.search.mode",
                hybrid ? "hybrid" : "full_text"
            )
        );

    public void EmbeddingFailed(string purpose, Exception e) =>
        Failed(purpose, GenAiMetrics.ErrorType(e));

    /// <summary>Documents got vectors that can't be compared with the others.</summary>
    public void VectorsRefused() => Failed("document", "vector_refused");

    private void Failed(string purpose, string cause) =>
        _failures.Add(1, new("purpose", purpose), new("error.type", cause));
}
