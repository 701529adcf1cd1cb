namespace GatewayBench;

/// <summary>
/// How long the provider waits before it answers: a distribution from which each delay is drawn as a
/// pure function of a seed and a key, so that equal seeds and keys give equal delays in any process.
/// </summary>
public abstract class Delay
{
    /// <summary>What a draw never exceeds: 24 hours.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private protected Delay() { }

    /// <summary>No delay at all: the answer is written at once.</summary>
    public static Delay None { get; } = new FixedDelay(TimeSpan.Zero);

    /// <summary>The same delay for every request.</summary>
    /// <param name="value">From zero to 24 hours.</param>
    /// <exception cref="ArgumentException">The value is out of range.</exception>
    public static Delay Fixed(TimeSpan value) => new FixedDelay(value);

    /// <summary>The same delay for every request.</summary>
    /// <param name="value">From zero to 24 hours, as <see cref="Duration"/> reads it:
    /// <c>20ms</c>.</param>
    /// <exception cref="ArgumentException">The value is no duration, or out of range.</exception>
    public static Delay Fixed(string value) => Fixed(Duration.ParseOption(value, nameof(value)));

    /// <summary>A delay that is as likely anywhere between two bounds.</summary>
    /// <param name="least">From zero to 24 hours.</param>
    /// <param name="most">From <paramref name="least"/> to 24 hours.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static Delay Uniform(TimeSpan least, TimeSpan most) => new UniformDelay(least, most);

    /// <inheritdoc cref="Uniform(TimeSpan, TimeSpan)"/>
    /// <param name="least">As <see cref="Duration"/> reads it: <c>2s</c>.</param>
    /// <param name="most">As <see cref="Duration"/> reads it: <c>8s</c>.</param>
    public static Delay Uniform(string least, string most) =>
        Uniform(
            Duration.ParseOption(least, nameof(least)),
            Duration.ParseOption(most, nameof(most))
        );

    /// <summary>
    /// A heavy-tailed delay: its logarithm is normally distributed. A draw beyond 24 hours counts as
    /// 24 hours.
    /// </summary>
    /// <param name="p50">The median: above zero, at most 24 hours.</param>
    /// <param name="p99">What 99 of 100 delays stay below: from <paramref name="p50"/> to 24 hours.
    /// Ten times the median is a rule of thumb for LLM calls.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static Delay LogNormal(TimeSpan p50, TimeSpan p99) => new LogNormalDelay(p50, p99);

    /// <inheritdoc cref="LogNormal(TimeSpan, TimeSpan)"/>
    /// <param name="p50">The median, as <see cref="Duration"/> reads it: <c>400ms</c>.</param>
    /// <param name="p99">What 99 of 100 delays stay below: <c>4s</c>.</param>
    public static Delay LogNormal(string p50, string p99) =>
        LogNormal(Duration.ParseOption(p50, nameof(p50)), Duration.ParseOption(p99, nameof(p99)));

    /// <summary>The delay that belongs to a key; never negative, at most 24 hours.</summary>
    /// <param name="seed">The seed of the sequence.</param>
    /// <param name="key">Which delay of the sequence; the provider uses the number of the admitted
    /// request, from zero.</param>
    public TimeSpan Draw(ulong seed, ulong key) => FromUniform(SplitMix64.UniformAt(seed, key));

    /// <summary>The delay for a number drawn evenly from strictly between 0 and 1.</summary>
    internal abstract TimeSpan FromUniform(double uniform);
}
