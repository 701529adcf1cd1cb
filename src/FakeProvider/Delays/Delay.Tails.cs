namespace GatewayBench;

public abstract partial class Delay
{
    /// <summary>
    /// A heavy-tailed delay: its logarithm is normally distributed. A draw beyond 24 hours counts as
    /// 24 hours.
    /// </summary>
    /// <param name="p50">The median: above zero, at most 24 hours.</param>
    /// <param name="p99">What 99 of 100 delays stay below: from <paramref name="p50"/> to 24 hours.
    /// Ten times the median is a rule of thumb for LLM calls.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static Delay LogNormal(TimeSpan p50, TimeSpan p99) =>
        new LogNormalDelay(new MedianAndTail(p50, p99));

    /// <inheritdoc cref="LogNormal(TimeSpan, TimeSpan)"/>
    /// <param name="p50">The median, as <see cref="Duration"/> reads it: <c>400ms</c>.</param>
    /// <param name="p99">What 99 of 100 delays stay below: <c>4s</c>.</param>
    public static Delay LogNormal(string p50, string p99) =>
        LogNormal(Duration.ParseOption(p50, nameof(p50)), Duration.ParseOption(p99, nameof(p99)));

    /// <summary>
    /// A delay with a power-law tail (Pareto, type I), heavier than the log-normal one of the same two
    /// quantiles: beyond the p99, that is. Its shape is alpha = ln 50 / ln(p99 / p50), its scale, below
    /// which no delay is, p50 / 2^(1/alpha). A draw beyond 24 hours counts as 24 hours.
    /// </summary>
    /// <param name="p50">The median: above zero, at most 24 hours.</param>
    /// <param name="p99">What 99 of 100 delays stay below: from <paramref name="p50"/> to 24
    /// hours.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static Delay Pareto(TimeSpan p50, TimeSpan p99) =>
        new ParetoDelay(new MedianAndTail(p50, p99));

    /// <inheritdoc cref="Pareto(TimeSpan, TimeSpan)"/>
    /// <param name="p50">The median, as <see cref="Duration"/> reads it: <c>400ms</c>.</param>
    /// <param name="p99">What 99 of 100 delays stay below: <c>4s</c>.</param>
    public static Delay Pareto(string p50, string p99) =>
        Pareto(Duration.ParseOption(p50, nameof(p50)), Duration.ParseOption(p99, nameof(p99)));

    /// <summary>
    /// Delays of several kinds, each for a share of the draws: most answers fast and some stuck, say.
    /// </summary>
    /// <param name="parts">1 to 100 of them, each with its share in percent (above zero; together
    /// exactly 100) and the delay that is drawn for that share.</param>
    /// <exception cref="ArgumentException">There are none or too many, or the shares are not
    /// allowed.</exception>
    public static Delay Mixture(params (decimal Percent, Delay Delay)[] parts) =>
        new MixtureDelay(parts);
}
