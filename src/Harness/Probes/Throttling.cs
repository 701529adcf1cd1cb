namespace GatewayBench;

/// <summary>How often a control group ran out of its CPU quota: its <c>cpu.stat</c>, of either version.</summary>
/// <param name="Periods">Periods of the quota in which it ran; none without a quota.</param>
/// <param name="Throttled">Those of them in which the quota ran out.</param>
internal readonly record struct Throttling(long Periods, long Throttled)
{
    /// <returns>Null where the group has no such figures, as the topmost.</returns>
    public static Throttling? Parse(string? text) =>
        KernelText.NumberAfter("nr_periods ", text, '\n') is { } periods
        && KernelText.NumberAfter("nr_throttled ", text, '\n') is { } throttled
            ? new Throttling(periods, throttled)
            : null;

    public static Throttling operator -(Throttling later, Throttling earlier) =>
        new(later.Periods - earlier.Periods, later.Throttled - earlier.Throttled);

    /// <inheritdoc cref="ControlGroup.Files" />
    public static IEnumerable<string> Files(string? groups) =>
        ControlGroup.Files(groups, "cpu.stat");
}
