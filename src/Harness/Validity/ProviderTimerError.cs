namespace GatewayBench;

/// <summary>By how much the fake provider's delays missed what was drawn.</summary>
internal static class ProviderTimerError
{
    /// <returns>
    /// The p99 in microseconds over what came between two readings, of the delays of requests or of
    /// tokens, whichever is worse; null where neither is enough for a p99.
    /// </returns>
    public static double? P99Between(ProviderAudit before, ProviderAudit after) =>
        Max(
            P99(before.FirstTokenTimerError, after.FirstTokenTimerError),
            P99(before.TokenTimerError, after.TokenTimerError)
        );

    private static double? P99(LongHistogram before, LongHistogram after)
    {
        var between = after.Copy();
        between.Subtract(before);
        return between.TotalCount >= SampleSize.NeededFor(99)
            ? between.GetValueAtPercentile(99)
            : null;
    }

    private static double? Max(double? one, double? other) => one > other ? one : other ?? one;
}
