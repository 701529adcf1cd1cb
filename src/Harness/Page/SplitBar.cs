namespace GatewayBench;

/// <summary>
/// An exchange's latency as a bar of its parts. It repeats what the cells beside it say, so it is
/// hidden from those who have the table read to them.
/// </summary>
internal static class SplitBar
{
    /// <summary>What the fillings stand for.</summary>
    public static Markup Key =>
        Markup.Of(
            $"""
            <p class="key" aria-hidden="true">{Swatch("wait")} client wait {Swatch(
                "gateway"
            )} gateway {Swatch("provider")} provider</p>

            """
        );

    /// <summary>The same with what nobody tells of.</summary>
    public static Markup KeyWithUntold =>
        Markup.Of(
            $"""
            <p class="key" aria-hidden="true">{Swatch("wait")} client wait {Swatch(
                "gateway"
            )} gateway {Swatch("provider")} provider {Swatch("untold")} not told</p>

            """
        );

    public static Markup Of(SplitBand band)
    {
        var whole = band.LatencyMicroseconds;
        if (whole <= 0)
        {
            return Markup.None;
        }
        var wait = 100 * band.ClientWaitMicroseconds / whole;
        var gateway = 100 * (band.GatewayMicroseconds ?? 0) / whole;
        var provider = 100 * (band.ProviderMicroseconds ?? 0) / whole;
        return Markup.Of(
            $"""<svg class="split" aria-hidden="true">{Part("wait", 0, wait)}{Part("gateway", wait, gateway)}{Part("provider", wait + gateway, provider)}</svg>"""
        );
    }

    public static Markup Of(SlowHit hit)
    {
        var whole = hit.LatencyMicroseconds;
        if (whole <= 0 || hit.ProviderMicroseconds is null)
        {
            return Markup.Of($"not recorded");
        }
        var wait = 100 * hit.ClientWaitMicroseconds / whole;
        var gateway = 100 * (hit.GatewayMicroseconds ?? 0) / whole;
        return Markup.Of(
            $"""<svg class="split" aria-hidden="true">{Part("wait", 0, wait)}{Part("gateway", wait, gateway)}{Part("provider", wait + gateway, 100 - wait - gateway)}</svg>"""
        );
    }

    private static Markup Part(string name, double from, double width) =>
        Markup.Of(
            $"""<rect class="{name}" x="{from}%" width="{Math.Max(0, width)}%" height="100%"/>"""
        );

    private static Markup Swatch(string name) =>
        Markup.Of(
            $"""<svg class="swatch"><rect class="{name}" width="100%" height="100%"/></svg>"""
        );
}
