using System.Globalization;

namespace GatewayBench;

/// <summary>
/// Durations as Go's <c>time.Duration</c> prints them (<c>12ms</c>, <c>18.642s</c>, <c>6m0s</c>),
/// which is how OpenAI writes them; whole milliseconds, rounded up.
/// </summary>
internal static class GoDuration
{
    public static string Format(TimeSpan duration)
    {
        var milliseconds = CeilingMilliseconds(duration);
        if (milliseconds is > 0 and < 1000)
        {
            return FormattableString.Invariant($"{milliseconds}ms");
        }
        var seconds = (milliseconds % 60_000 / 1000m).ToString(
            "0.###",
            CultureInfo.InvariantCulture
        );
        var minutes = milliseconds / 60_000;
        return minutes switch
        {
            0 => $"{seconds}s",
            < 60 => FormattableString.Invariant($"{minutes}m{seconds}s"),
            _ => FormattableString.Invariant($"{minutes / 60}h{minutes % 60}m{seconds}s"),
        };
    }

    public static long CeilingMilliseconds(TimeSpan duration) =>
        (duration.Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;
}
