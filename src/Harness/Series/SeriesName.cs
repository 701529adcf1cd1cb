namespace GatewayBench;

/// <summary>What a series is called: <see cref="WatchedSeries"/> says how.</summary>
internal sealed record SeriesName(string Source, string Text, string Unit)
{
    /// <summary>Another figure of the same, in the same unit.</summary>
    public SeriesName Of(string figure) => this with { Text = $"{Text}.{figure}" };

    /// <summary>By how much it grows.</summary>
    public SeriesName PerSecond(string figure) => Of(figure) with { Unit = $"{Unit}/s" };

    /// <summary>How often it happens.</summary>
    public SeriesName Rate(string figure) => Of(figure) with { Unit = "/s" };
}
