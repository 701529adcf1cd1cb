using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;

namespace GatewayBench.Benchmarks.Requests;

/// <summary>
/// Adds the columns RPS, p50, p95 and p99 of requests to benchmarks that write a <see cref="RequestLog"/>,
/// and leaves room for the endpoints' names.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequestDiagnoserAttribute : Attribute, IConfigSource
{
    public IConfig Config { get; } =
        ManualConfig
            .CreateEmpty()
            .AddDiagnoser(new RequestDiagnoser())
            .WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(50));
}
