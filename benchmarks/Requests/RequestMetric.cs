using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;

namespace GatewayBench.Benchmarks.Requests;

/// <summary>A column of figures about requests, as opposed to means of iterations.</summary>
internal sealed class RequestMetric(string name, string legend, UnitType unit, int position)
    : IMetricDescriptor
{
    public string Id => "Request " + name;

    public string DisplayName => name;

    public string Legend => legend;

    public string NumberFormat => unit == UnitType.Time ? "#,0.0" : "#,0";

    public UnitType UnitType => unit;

    public string Unit => "";

    public bool TheGreaterTheBetter => unit == UnitType.Dimensionless;

    /// <summary>Negative positions stand left of the allocations.</summary>
    public int PriorityInCategory => position;

    public bool GetIsAvailable(Metric metric) => true;
}
