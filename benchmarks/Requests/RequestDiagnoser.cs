using System.Globalization;
using BenchmarkDotNet.Analysers;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Validators;

namespace GatewayBench.Benchmarks.Requests;

/// <summary>
/// Adds requests per second and percentiles of requests, which BenchmarkDotNet can't know: its own
/// percentiles are those of the iterations' means.
/// </summary>
internal sealed class RequestDiagnoser : IDiagnoser
{
    /// <summary>The log keeps lengths to the millisecond, so that this is good for a rate to 1 %.</summary>
    private static readonly TimeSpan ShortestForRate = TimeSpan.FromMilliseconds(100);

    private static readonly RequestMetric Rate = new(
        "RPS",
        "Requests per second of the main run, one after the other",
        UnitType.Dimensionless,
        position: -4
    );

    private static readonly (double Percentile, RequestMetric Metric)[] Percentiles =
    [
        .. new double[] { 50, 95, 99 }.Select((p, i) => (p, Latency(p, position: -3 + i))),
    ];

    private RequestLog? _log;
    private HistogramLogInterval? _requests;

    public IEnumerable<string> Ids => [nameof(RequestDiagnoser)];

    public IEnumerable<IExporter> Exporters => [];

    public IEnumerable<IAnalyser> Analysers => [];

    public RunMode GetRunMode(BenchmarkCase benchmarkCase) => RunMode.NoOverhead;

    public void Handle(HostSignal signal, DiagnoserActionParameters parameters)
    {
        if (signal == HostSignal.BeforeProcessStart)
        {
            _log = new RequestLog();
            _log.PassTo(parameters.Process);
        }
        else if (signal == HostSignal.AfterProcessExit)
        {
            _requests = _log?.Take();
            _log = null;
        }
    }

    public IEnumerable<Metric> ProcessResults(DiagnoserResults results)
    {
        if (_requests is not { } requests)
        {
            yield break;
        }
        var count = requests.Histogram.TotalCount;
        var isLong = requests.Length >= ShortestForRate;
        yield return MetricOf(Rate, isLong ? count / requests.Length.TotalSeconds : null);
        foreach (var (percentile, metric) in Percentiles)
        {
            var areEnough = count >= SampleSize.NeededFor(percentile);
            var value = requests.Histogram.GetValueAtPercentile(percentile);
            yield return MetricOf(metric, areEnough ? value : null);
        }
    }

    public void DisplayResults(ILogger logger) { }

    public IEnumerable<ValidationError> Validate(ValidationParameters validationParameters) => [];

    /// <summary>What is unknown becomes 0, which tables show as <c>-</c>.</summary>
    private static Metric MetricOf(RequestMetric metric, double? value) => new(metric, value ?? 0);

    private static RequestMetric Latency(double percentile, int position)
    {
        var text = percentile.ToString(CultureInfo.InvariantCulture);
        return new("p" + text, text + " % of requests took no longer", UnitType.Time, position);
    }
}
