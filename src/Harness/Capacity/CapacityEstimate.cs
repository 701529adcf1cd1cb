namespace GatewayBench;

/// <summary>
/// What a row whose users become more says of how much its target can take. What was not reached is
/// null: a target that was never pushed has no capacity here, however it did.
/// </summary>
/// <param name="MostUsers">The most that were there.</param>
/// <param name="Knee">Where throughput stops growing with the users; null where it grew to the end.</param>
/// <param name="Collapse">Where more users get less done; null where that was not seen.</param>
/// <param name="Sustainable">What was served with all SLOs met; null where that was for too short a time, or nobody knows.</param>
/// <param name="Break">Where an SLO was missed, or too many requests failed, for good; null where none was.</param>
public sealed record CapacityEstimate(
    int MostUsers,
    Knee? Knee,
    Collapse? Collapse,
    SustainableRate? Sustainable,
    BreakingPoint? Break
)
{
    /// <summary>Of what is sustainable, the share to plan for: 40 % are kept for what nobody expects.</summary>
    public const double PlannedShare = 0.6;

    /// <summary>SLOs that slices have no figure for: that the row met them is known of the whole only.</summary>
    public IReadOnlyList<string> MetAsAWhole { get; init; } = [];

    /// <summary>
    /// SLOs that no slice is known to meet: the whole missed them, or no stretch has the throughput that
    /// they ask for. Where there are any, nothing is known to be sustainable.
    /// </summary>
    public IReadOnlyList<string> MissedAsAWhole { get; init; } = [];

    /// <summary>Successes per second to plan for.</summary>
    public double? PlannedRate => PlannedShare * Sustainable?.Rate;

    /// <summary>Successes per second of which twice as many were served with all SLOs met.</summary>
    public double? DoublingRate => Sustainable?.Rate / 2;

    /// <summary>
    /// Whether twice the rate of the start was served with all SLOs met: false where it broke before,
    /// null where nobody knows.
    /// </summary>
    public bool? TwiceStartFits =>
        Sustainable is not { } most ? null
        : most.Rate >= 2 * most.StartRate ? true
        : Break is null ? null
        : false;
}
