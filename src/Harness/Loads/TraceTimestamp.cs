using System.Globalization;

namespace GatewayBench;

/// <summary>A point of a trace: an offset from its start, or an instant.</summary>
internal readonly record struct TraceTimestamp(long Ticks, bool IsInstant)
{
    /// <returns>Null if the text is neither.</returns>
    public static TraceTimestamp? Read(string text)
    {
        if (
            decimal.TryParse(
                text,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var seconds
            )
        )
        {
            // Whatever is out of range by so much is out of range as well where it is cut off.
            const decimal Most = long.MaxValue / TimeSpan.TicksPerSecond / 2;
            var ticks = Math.Round(Math.Clamp(seconds, -Most, Most) * TimeSpan.TicksPerSecond);
            return new((long)ticks, IsInstant: false);
        }
        return DateTimeOffset.TryParseExact(
            text,
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? new(instant.UtcTicks, IsInstant: true)
            : null;
    }
}
