namespace GatewayBench;

/// <summary>
/// What a comparison says. One series, named before it starts, decides when it ends and with which
/// verdict; the others are told beside it.
/// </summary>
/// <param name="Primary">Of the series that decides.</param>
/// <param name="Companions">
/// Of other metrics of the primary row, in order: each at the full alpha and by its own looks, so
/// that what hardly varies, as allocations, is called at the first one. They decide nothing.
/// </param>
/// <param name="Others">
/// Of the other rows, in order, at the look at which the primary series stands, with one alpha
/// shared among them by Holm's procedure. They decide nothing either.
/// </param>
internal sealed record PairedVerdicts(
    Finding Primary,
    IReadOnlyList<Finding> Companions,
    IReadOnlyList<Finding> Others
)
{
    /// <param name="rule">Fixed before the first pair.</param>
    /// <param name="primary">Has a figure in every pair.</param>
    /// <param name="companions">Named before the first pair.</param>
    /// <param name="others">Likewise.</param>
    /// <exception cref="ArgumentException">A pair has no figure for the primary series.</exception>
    public static PairedVerdicts Of(
        VerdictRule rule,
        PairedSeries primary,
        IReadOnlyList<PairedSeries> companions,
        IReadOnlyList<PairedSeries> others
    )
    {
        var missing = primary.LogRatios.ToList().IndexOf(null);
        if (missing >= 0)
        {
            throw new ArgumentException(
                $"Pair {missing + 1} has no {primary.Metric.Name} of '{primary.Row}', which decides; "
                    + "allowed: pairs that have one.",
                nameof(primary)
            );
        }
        var decided = rule.Judge(primary.Metric, primary.KnownUpTo(primary.LogRatios.Count));
        // A pair that the decision did not rest on must not speak for the rest either.
        var pairs = decided.HasEnded ? decided.Pairs : primary.LogRatios.Count;
        return new PairedVerdicts(
            decided,
            [.. companions.Select(one => rule.Judge(one.Metric, one.KnownUpTo(pairs)))],
            Shared(rule, others, decided)
        );
    }

    private static Finding[] Shared(
        VerdictRule rule,
        IReadOnlyList<PairedSeries> others,
        Finding decided
    )
    {
        var known = others.Select(one => one.KnownUpTo(decided.Pairs)).ToArray();
        var evidence = Evidence.Sharing([
            .. others.Zip(known, (one, ratios) => Evidence.Of(one.Metric, ratios)),
        ]);
        return
        [
            .. evidence.Select(
                (shared, i) =>
                    new Finding(
                        shared.At(rule.AlphaOfLook, rule.BetaOfLook),
                        known[i].Length,
                        decided.HasEnded,
                        shared
                    )
            ),
        ];
    }
}
