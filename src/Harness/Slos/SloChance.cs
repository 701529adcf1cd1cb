namespace GatewayBench;

/// <summary>Whether a share of so few requests may miss its SLO by chance, so that nothing is hopeless yet.</summary>
internal static class SloChance
{
    /// <summary>
    /// How likely chance may be to miss as much or more in one look. A run has hundreds of them, each
    /// much like the one before it.
    /// </summary>
    private const double Alpha = 1e-4;

    /// <returns>False for what was met, and for what is no share of requests.</returns>
    public static bool MayExplain(Slo slo, SloResult result, SloScope scope)
    {
        if (
            result is not { Met: false, Actual: { } share }
            || slo.Subject is not (ErrorSubject or GoodputSubject)
        )
        {
            return false;
        }
        var all = (int)Math.Min(scope.Requests, int.MaxValue);
        var counted = (int)Math.Round(share * all);
        var limit = Math.Clamp(slo.Limit.Value, 0, 1);
        var chance = slo.Limit.IsUpper
            ? BinomialTail.AtLeast(limit, all, counted)
            : BinomialTail.AtMost(limit, all, counted);
        return chance > Alpha;
    }
}
