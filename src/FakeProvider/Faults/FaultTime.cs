namespace GatewayBench;

/// <summary>The durations of faults.</summary>
internal static class FaultTime
{
    public static TimeSpan Of(string text, string option)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var duration)
            ? duration
            : throw InvalidOption.Exception(option, $"'{text}'", Allowed);
    }

    public const string Allowed = $"{Duration.Allowed}, up to 24h";

    public static bool TryParse(string text, out TimeSpan duration) =>
        Duration.TryParse(text, out duration) && duration <= Delay.Longest;
}
