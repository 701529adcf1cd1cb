namespace GatewayBench;

/// <summary>What one arm did in a pair: one figure for each metric, slices reduced by median.</summary>
/// <param name="slices">In order; at least one.</param>
/// <param name="open">Null without an open load.</param>
internal sealed class ArmFigures(IReadOnlyList<SliceFigures> slices, OpenFigures? open)
{
    /// <summary>Failures may be this share of the exchanges: <c>run</c> and load tests tolerate as much.</summary>
    private const double MostErrors = 0.01;

    public double Rate => Median.Of([.. slices.Select(slice => slice.Rate)]);

    /// <summary>
    /// Allocations are summed: a slice's own count is coarse, as the runtime counts by the pieces that
    /// it hands to threads.
    /// </summary>
    public double? Of(PairedMetric metric) =>
        metric == PairedMetric.Rate ? Positive(Rate)
        : metric == PairedMetric.Allocations
            ? Positive(slices.Sum(slice => slice.AllocatedBytes) / (double)Requests)
        : metric == PairedMetric.Cpu ? Positive(open?.CpuMicroseconds)
        : metric == PairedMetric.P99 ? Positive(open?.P99Microseconds)
        : null;

    /// <summary>Why a pair with this arm is worth nothing; null if it may be.</summary>
    public string? Fault
    {
        get
        {
            var requests = Requests + (open?.Requests ?? 0);
            var unexpected =
                slices.Sum(slice => slice.UnexpectedErrors) + (open?.UnexpectedErrors ?? 0);
            if (unexpected > MostErrors * requests)
            {
                var classes = slices
                    .Select(slice => slice.Errors)
                    .Append(open?.Errors ?? new Dictionary<string, long>())
                    .SelectMany(errors => errors)
                    .GroupBy(error => error.Key, error => error.Value)
                    .Select(error => $"{error.Key} {Units.Count(error.Sum())}");
                return $"errors: {string.Join(", ", classes)} of {Units.Count(requests)}";
            }
            return Rate > 0 ? null : "no success in half of its slices";
        }
    }

    private long Requests => slices.Sum(slice => slice.Requests);

    /// <summary>Null sums as 0, and without a request there is nothing to divide by.</summary>
    private static double? Positive(double? value) =>
        value is > 0 && double.IsFinite(value.Value) ? value : null;
}
