namespace GatewayBench;

/// <summary>The vertical axis of changes in percent, with 0 always on it.</summary>
internal static class RatioAxis
{
    /// <param name="title">What is on it.</param>
    /// <param name="ratios">What has to have room: B over A.</param>
    public static ChartAxis Of(string title, IEnumerable<double> ratios)
    {
        double[] changes = [.. ratios.Select(ratio => ratio - 1), 0];
        var step = NiceStep.Of(Math.Max(changes.Max() - changes.Min(), 0.001), atMost: 5);
        var low = step * Math.Floor(changes.Min() / step);
        var high = step * Math.Max(Math.Ceiling(changes.Max() / step), low / step + 1);
        return new ChartAxis(
            title,
            ratio => (ratio - 1 - low) / (high - low),
            [
                .. Enumerable
                    .Range(0, (int)Math.Round((high - low) / step) + 1)
                    .Select(i => new ChartTick(
                        i * step / (high - low),
                        Units.Change(1 + low + i * step)
                    )),
            ]
        );
    }
}
