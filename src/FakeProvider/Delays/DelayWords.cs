namespace GatewayBench;

/// <summary>The words of the text of a <see cref="Delay"/>.</summary>
internal static class DelayWords
{
    public const string None = "none";
    public const string Fixed = "fixed";
    public const string Uniform = "uniform";
    public const string Normal = "normal";
    public const string LogNormal = "lognormal";
    public const string Pareto = "pareto";
    public const string Mixture = "mixture";
    public const string Percentiles = "percentiles";
    public const string File = "file";
    public const string Preset = "preset";

    public const string Mean = "mean";
    public const string Deviation = "deviation";
    public const string P50 = "p50";
    public const string P99 = "p99";
    public const string Gap = "gap";

    public const string Allowed =
        "none, a duration such as 20ms, fixed(20ms), uniform(2s,8s), "
        + "normal(mean=100ms,deviation=20ms), lognormal(p50=400ms,p99=4s), pareto(p50=400ms,p99=4s), "
        + "mixture(90%:400ms,10%:5s), percentiles(50:400ms,99:4s), file(path), preset(name) or "
        + "preset(name,gap)";
}
