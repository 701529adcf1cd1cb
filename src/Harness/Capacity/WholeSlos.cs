namespace GatewayBench;

/// <summary>
/// How a row did by its SLOs that slices have no figure for, so that only the whole was judged: of
/// tokens, goodput, parts, stages, rare percentiles, and of percentiles that few successes a slice or
/// merged ones don't have.
/// </summary>
/// <param name="Met">As they were written.</param>
/// <param name="Missed">Likewise; those that can't be judged too.</param>
internal sealed record WholeSlos(string[] Met, string[] Missed)
{
    /// <param name="row">What was judged.</param>
    /// <param name="slos">By what.</param>
    public static WholeSlos Of(RowResult row, IReadOnlyList<Slo> slos)
    {
        var bySlice = slos.Where(slo =>
                IsOfRate(slo) || row.Timeline.Any(slice => SliceVerdict.Judges(slo, slice))
            )
            .Select(slo => slo.Expression)
            .ToHashSet();
        var whole = row
            .Slos.Where(slo => slo.Judged && !bySlice.Contains(slo.Expression))
            .ToLookup(slo => slo.Met, slo => slo.Expression);
        return new WholeSlos([.. whole[true].Distinct()], [.. whole[false].Distinct()]);
    }

    /// <summary>
    /// Whether it asks for throughput: over a load that grows the whole says nothing of it, and a stretch
    /// of slices has its own.
    /// </summary>
    public static bool IsOfRate(Slo slo) =>
        slo is { Of: null, In: null, Subject: ThroughputSubject };
}
