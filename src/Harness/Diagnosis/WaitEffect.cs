namespace GatewayBench;

/// <summary>A wait that callers sit through is an effect by itself.</summary>
internal static class WaitEffect
{
    /// <summary>Of the median latency at that time: less would not be felt.</summary>
    private const double Share = 0.3;

    /// <param name="symptom">Of a wait in seconds.</param>
    /// <returns>In words; null where it is but a small part of what callers wait.</returns>
    public static string? Of(Symptom symptom)
    {
        var wait = TimeSpan.FromSeconds(symptom.Onset.Value);
        var latency = symptom.Row.Timeline[symptom.Onset.Slice].P50;
        return latency is { } p50 && wait.TotalMicroseconds >= Share * p50
            ? $"a wait of {Units.Time(wait)} in a p50 of "
                + Units.Time(TimeSpan.FromMicroseconds(p50))
            : null;
    }
}
