namespace GatewayBench;

/// <summary>Whether the fake provider was fast and punctual enough not to be what was measured.</summary>
internal static class ProviderGates
{
    public static string? Ceiling(Trust trust) =>
        trust.ProviderCeiling is { } ceiling && ceiling < GateLimits.ProviderCeiling
            ? $"provider: alone it answers {Units.Ratio(ceiling)} the calls of this row, "
                + $"at least {Units.Ratio(GateLimits.ProviderCeiling)}; use fewer users"
            : null;

    public static string? TimerError(Trust trust)
    {
        var limit = Lateness.Limit(trust, GateLimits.LeastProviderTimerErrorMicroseconds);
        return trust.ProviderTimerErrorP99Microseconds is { } error && error > limit
            ? $"provider timer error: its delays missed what was drawn by {Lateness.Text(error)} (p99), "
                + $"at most {Lateness.Text(limit)}; use fewer users, or give the machine less to do"
            : null;
    }
}
