namespace GatewayBench;

/// <summary>A time within each exchange that grew is an effect as far as exchanges grew by it.</summary>
internal static class GrowthEffect
{
    /// <param name="symptom">Whose waits are asked for.</param>
    /// <param name="time">What may be behind them, in microseconds.</param>
    /// <param name="share">Of what the median latency grew by: with less, something else is behind it.</param>
    /// <returns>In words; null where callers wait no longer than before, or not for this.</returns>
    public static string? Of(Symptom symptom, Signal? time, double share) =>
        Effect.Slowdown(symptom) is { } slower
        && Median.OfKnown(time?.Values.Take(slower.From) ?? []) is { } was
        && Median.OfKnown(time!.Values.Skip(slower.From).Take(slower.Slices)) is { } now
        && now - was >= share * (slower.Now - slower.Was)
            ? slower.ToString()
            : null;
}
