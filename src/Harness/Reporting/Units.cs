using System.Globalization;

namespace GatewayBench;

/// <summary>Writes figures with their unit, to three digits, so that a cell needs no legend.</summary>
internal static class Units
{
    /// <summary>For what was not measured, or from too few samples.</summary>
    public const string Nothing = "-";

    public static string Time(TimeSpan? time) =>
        time is not { } t ? Nothing
        : t == TimeSpan.Zero ? "0 us"
        : t.TotalMicroseconds < 999.5 ? $"{Digits(t.TotalMicroseconds)} us"
        : t.TotalMilliseconds < 999.5 ? $"{Digits(t.TotalMilliseconds)} ms"
        : $"{Digits(t.TotalSeconds)} s";

    /// <summary>A moment of a run: minutes and seconds, with hours before them if there are any.</summary>
    public static string Moment(double second)
    {
        var time = TimeSpan.FromSeconds(Math.Floor(second));
        var hours = (int)time.TotalHours;
        return hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $@"{hours}:{time:mm\:ss}")
            : time.ToString(@"m\:ss", CultureInfo.InvariantCulture);
    }

    public static string Bytes(double? bytes) =>
        bytes is not { } b ? Nothing
        : b < 1000 ? $"{Digits(b)} B"
        : b < 1e6 ? $"{Digits(b / 1e3)} kB"
        : $"{Digits(b / 1e6)} MB";

    public static string Count(double count) =>
        count < 9_999_999.5
            ? Format(count, count < 99.95 && count % 1 != 0 ? "0.0" : "#,0")
            : Format(count / 1e6, "#,0") + " M";

    /// <summary>Of whatever unit, to three digits.</summary>
    public static string Figure(double value) =>
        Math.Abs(value) >= 1e6
            ? Format(value, "0.00e+0")
            : Format(value, Math.Abs(value) >= 100 ? "#,0" : "0.###");

    public static string Percent(double share) => Format(share * 100, "0.0") + " %";

    /// <summary>A relative change with its sign, from the ratio of new to old.</summary>
    public static string Change(double ratio) => Format((ratio - 1) * 100, "+0.0;-0.0;0.0") + " %";

    public static string Ratio(double ratio) => Format(ratio, "0.00") + "x";

    /// <summary>A day, in UTC.</summary>
    public static string Date(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Digits(double value) =>
        Format(
            value,
            value < 9.995 ? "0.00"
                : value < 99.95 ? "0.0"
                : "#,0"
        );

    private static string Format(double value, string format) =>
        value.ToString(format, CultureInfo.InvariantCulture);
}
