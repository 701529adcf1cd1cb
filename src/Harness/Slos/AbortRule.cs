namespace GatewayBench;

/// <summary>
/// When a run is hopeless: once one of its SLOs has been missed, by what was measured so far, in so
/// many looks in a row. What has no figure yet is not missed.
/// </summary>
internal sealed class AbortRule
{
    /// <summary>A look is taken each second.</summary>
    public const int Looks = 5;

    private readonly Dictionary<string, int> _missed = [];

    /// <returns>The SLO that ends the run; null to go on.</returns>
    public string? Look(IEnumerable<SloResult> slos)
    {
        string? hopeless = null;
        foreach (var slo in slos)
        {
            var isMissed = slo is { Met: false, Actual: not null };
            var looks = isMissed ? _missed.GetValueOrDefault(slo.Expression) + 1 : 0;
            _missed[slo.Expression] = looks;
            hopeless ??= looks >= Looks ? slo.Expression : null;
        }
        return hopeless;
    }
}
