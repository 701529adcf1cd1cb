namespace GatewayBench;

/// <summary>A time within each exchange that grew is an effect as far as exchanges grew by it.</summary>
internal static class GrowthEffect
{
    /// <summary>Of what the median latency grew by: with less, something else is behind it.</summary>
    private const double Share = 0.5;

    /// <param name="symptom">Whose waits are asked for.</param>
    /// <param name="time">What may be behind them, in microseconds.</param>
    /// <returns>In words; null where callers wait no longer than before, or not for this.</returns>
    public static string? Of(Symptom symptom, Signal? time) =>
        Effect.Slowdown(symptom) is { } slower
        && Median.OfKnown(time?.Values.Take(slower.From) ?? []) is { } was
        && Median.OfKnown(time!.Values.Skip(slower.From).Take(slower.Slices)) is { } now
        && now - was >= Share * (slower.Now - slower.Was)
            ? slower.ToString()
            : null;
}
