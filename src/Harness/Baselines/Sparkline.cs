namespace GatewayBench;

/// <summary>A series in one line of plain ASCII.</summary>
internal static class Sparkline
{
    /// <summary>From nothing to the highest, about an eighth each: each looks fuller than the last.</summary>
    private const string Levels = "_.:-=+*#";

    /// <summary>
    /// A character for each value. The scale begins at zero: from the lowest value up, any noise
    /// would look like a collapse.
    /// </summary>
    public static string Of(IReadOnlyList<double> values)
    {
        var most = values.DefaultIfEmpty().Max();
        return string.Concat(values.Select(value => Levels[LevelOf(value, most)]));
    }

    private static int LevelOf(double value, double most) =>
        most > 0 ? (int)Math.Round(Math.Clamp(value / most, 0, 1) * (Levels.Length - 1)) : 0;
}
