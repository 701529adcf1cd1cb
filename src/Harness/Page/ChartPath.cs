using System.Globalization;
using System.Text;

namespace GatewayBench;

/// <summary>A line as the data of an SVG path, in thousandths of the chart's width and height.</summary>
internal static class ChartPath
{
    public const int Scale = 1_000;

    public static string Of(Chart chart, ChartLine line)
    {
        var path = new StringBuilder();
        var isBroken = true;
        foreach (var point in line.Points)
        {
            if (double.IsNaN(point.Y))
            {
                isBroken = true;
                continue;
            }
            var x = Math.Round(chart.X.Place(point.X) * Scale, 1);
            var y = Math.Round((1 - chart.Y.Place(point.Y)) * Scale, 1);
            path.Append(CultureInfo.InvariantCulture, $"{(isBroken ? 'M' : 'L')}{x} {y}");
            isBroken = false;
        }
        return path.ToString();
    }
}
