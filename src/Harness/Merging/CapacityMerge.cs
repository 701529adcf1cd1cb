namespace GatewayBench;

/// <summary>
/// The capacity of a target that several generators loaded. Users and successes of their slices add
/// up; percentiles of slices do not, so that what is judged by them is left out.
/// </summary>
internal static class CapacityMerge
{
    /// <param name="merged">The row that was made of all.</param>
    /// <param name="slos">What each of them was judged by.</param>
    public static CapacityEstimate? Of(RowResult merged, IReadOnlyList<Slo> slos)
    {
        var byErrors = slos.Where(slo => slo.Subject is ErrorSubject).ToArray();
        var capacity = CapacityEstimator.Of(merged, byErrors);
        return capacity is null || byErrors.Length == slos.Count
            ? capacity
            : capacity with
            {
                Sustainable = null,
                Break = null,
            };
    }
}
