using System.Globalization;
using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>Labels of ticks: round values, so that decimals without meaning only take room.</summary>
internal static partial class TickText
{
    public static string Short(string text) =>
        // Nought is the same in every unit.
        NoughtDecimals().Replace(text, "$1")
            is var s
        && s.StartsWith("0 ", StringComparison.Ordinal)
            ? "0"
            : s;

    /// <summary>Seconds as they are, or as minutes and seconds in rows of minutes.</summary>
    /// <param name="seconds">The time.</param>
    /// <param name="length">Of the whole axis, so that its labels are alike.</param>
    public static string Clock(double seconds, double length)
    {
        if (length <= 120)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(seconds, 1)} s");
        }
        var time = TimeSpan.FromSeconds(seconds);
        return time.TotalHours >= 1
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{(int)time.TotalHours}:{time.Minutes:00}:{time.Seconds:00}"
            )
            : string.Create(CultureInfo.InvariantCulture, $"{time.Minutes}:{time.Seconds:00}");
    }

    public static string Percentile(double percentile) =>
        percentile == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"p{percentile}");

    [GeneratedRegex(@"(\.\d*?[1-9])0+(?=\D|$)|\.0+(?=\D|$)")]
    private static partial Regex NoughtDecimals();
}
