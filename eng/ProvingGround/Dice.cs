using System.Globalization;

namespace GatewayBench.ProvingGround;

/// <summary>The draws of a trial: how bad its fault is, and when it sets in.</summary>
/// <param name="seed">The same draws for the same seed and fault.</param>
/// <param name="fault">Whose.</param>
internal sealed class Dice(ulong seed, string fault)
{
    private readonly ulong _key = fault.Aggregate(
        seed,
        (key, letter) => SplitMix64.At(key, letter)
    );
    private ulong _drawn;

    /// <summary>From least to most, both included, evenly on a logarithmic scale.</summary>
    public double Size(double least, double most) =>
        least * Math.Pow(most / least, SplitMix64.UniformAt(_key, _drawn++));

    /// <inheritdoc cref="Size" />
    public int Count(int least, int most) => (int)Math.Round(Size(least, most));

    /// <summary>The same as a setting.</summary>
    public string Setting(int least, int most) =>
        Count(least, most).ToString(CultureInfo.InvariantCulture);

    /// <summary>The same in milliseconds.</summary>
    public TimeSpan Milliseconds(double least, double most) =>
        TimeSpan.FromMilliseconds(Size(least, most));
}
