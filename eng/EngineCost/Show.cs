using System.Globalization;

namespace GatewayBench.EngineCost;

/// <summary>Values of figures as people read them.</summary>
internal static class Show
{
    public static string Microseconds(double value) => Text($"{value:#,0} us");

    public static string Percent(double share) => Text($"{share * 100:0.0} %");

    public static string Ratio(double ratio) => Text($"{ratio:0.000}");

    public static string Multiple(double ratio) => Text($"{ratio:0.00}x");

    public static string PerSecond(double rate) => Text($"{rate:#,0}/s");

    public static string Milliseconds(double value) => Text($"{value:0.0} ms");

    public static string Bytes(double bytes) => Text($"{bytes:#,0} B");

    public static string Megabytes(double bytes) => Text($"{bytes / 1e6:0.00} MB");

    public static string Count(double count) => Text($"{count:#,0}");

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
