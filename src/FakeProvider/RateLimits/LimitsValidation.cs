namespace GatewayBench;

/// <summary>Checks the options of what a provider lets in.</summary>
internal static class LimitsValidation
{
    /// <exception cref="ArgumentException">An option has a value that is not allowed.</exception>
    public static void Validate(FakeProviderOptions options)
    {
        var limits = options.RateLimit;
        foreach (var unit in RateLimitOptions.Units)
        {
            Require(limits.PerMinute(unit), $"RateLimit.{unit}PerMinute", 1, int.MaxValue);
        }
        Require(limits.ConcurrentRequests, "RateLimit.ConcurrentRequests", 1, int.MaxValue);
        Require(
            limits.TotalConcurrentRequests,
            "RateLimit.TotalConcurrentRequests",
            1,
            int.MaxValue
        );
        Require(limits.RequestQuota, "RateLimit.RequestQuota", 0, long.MaxValue);
        Require(limits.TokenQuota, "RateLimit.TokenQuota", 0, long.MaxValue);
        Require(options.Overload.MaxInService, "Overload.MaxInService", 1, int.MaxValue);
    }

    private static void Require(long? value, string option, long least, long most)
    {
        if (value < least)
        {
            throw InvalidOption.Exception(
                option,
                value,
                $"{least} to {most}, or null for no limit"
            );
        }
    }
}
