namespace GatewayBench;

/// <summary>
/// How long the provider waits before it answers, or between two tokens: a distribution from which
/// each delay is drawn as a pure function of a seed and a key, so that equal seeds and keys give equal
/// delays in any process. All of them can be written as text: see <see cref="Parse(string)"/>.
/// </summary>
public abstract partial class Delay
{
    /// <summary>What a draw never exceeds: 24 hours.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    private protected Delay() { }

    /// <summary>No delay at all: the answer is written at once.</summary>
    public static Delay None { get; } = new FixedDelay(TimeSpan.Zero);

    /// <summary>The same delay for every request.</summary>
    /// <param name="value">From zero to 24 hours.</param>
    /// <exception cref="ArgumentException">The value is out of range.</exception>
    public static Delay Fixed(TimeSpan value) =>
        value == TimeSpan.Zero ? None : new FixedDelay(value);

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
    /// A normally distributed delay: mean + deviation z. A draw below zero counts as zero, one beyond
    /// 24 hours as 24 hours, so mean and deviation are exact only where hardly any draw is.
    /// </summary>
    /// <param name="mean">From zero to 24 hours.</param>
    /// <param name="deviation">The standard deviation: from zero to 24 hours.</param>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public static Delay Normal(TimeSpan mean, TimeSpan deviation) =>
        new NormalDelay(mean, deviation);

    /// <inheritdoc cref="Normal(TimeSpan, TimeSpan)"/>
    /// <param name="mean">As <see cref="Duration"/> reads it: <c>100ms</c>.</param>
    /// <param name="deviation">As <see cref="Duration"/> reads it: <c>20ms</c>.</param>
    public static Delay Normal(string mean, string deviation) =>
        Normal(
            Duration.ParseOption(mean, nameof(mean)),
            Duration.ParseOption(deviation, nameof(deviation))
        );

    /// <summary>The delay that belongs to a key; never negative, at most 24 hours.</summary>
    /// <param name="seed">The seed of the sequence.</param>
    /// <param name="key">Which delay of the sequence.</param>
    public TimeSpan Draw(ulong seed, ulong key) => FromUniform(SplitMix64.UniformAt(seed, key));

    /// <summary>The delay for a number drawn evenly from strictly between 0 and 1.</summary>
    internal abstract TimeSpan FromUniform(double uniform);

    /// <summary>To the nearest 100 ns, and within zero and 24 hours.</summary>
    private protected static TimeSpan FromTicks(double ticks) =>
        new((long)Math.Round(Math.Clamp(ticks, 0, Longest.Ticks)));

    /// <exception cref="ArgumentException">The value is negative or beyond 24 hours.</exception>
    private protected static TimeSpan InRange(TimeSpan value, string option) =>
        value >= TimeSpan.Zero && value <= Longest
            ? value
            : throw InvalidOption.Exception(option, value, "from zero to 24 hours");
}
