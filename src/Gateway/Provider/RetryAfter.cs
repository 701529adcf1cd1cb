using System.ClientModel.Primitives;
using System.Globalization;

namespace Gateway;

/// <summary>Reads how long a provider asks to wait, in the order that its own clients use.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <returns>Null if no header says so, or what it says is no time from zero to a day.</returns>
    public static TimeSpan? Read(PipelineResponseHeaders headers, DateTimeOffset now) =>
        Milliseconds(headers) ?? SecondsOrDate(headers, now);

    private static TimeSpan? Milliseconds(PipelineResponseHeaders headers) =>
        headers.TryGetValue("retry-after-ms", out var text) && Number(text) is { } milliseconds
            ? Sane(milliseconds / 1000)
            : null;

    private static TimeSpan? SecondsOrDate(PipelineResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.TryGetValue("retry-after", out var text))
        {
            return null;
        }
        if (Number(text) is { } seconds)
        {
            return Sane(seconds);
        }
        return DateTimeOffset.TryParseExact(
            text,
            "r",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? Sane(Math.Max(0, (date - now).TotalSeconds))
            : null;
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static TimeSpan? Sane(double seconds) =>
        seconds >= 0 && seconds <= Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
}
