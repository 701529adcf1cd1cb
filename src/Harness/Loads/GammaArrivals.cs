using System.Globalization;
using GammaDistribution = MathNet.Numerics.Distributions.Gamma;

namespace GatewayBench;

internal sealed record GammaArrivals : DrawnArrivals
{
    private readonly double _burstiness;

    public GammaArrivals(double burstiness) =>
        _burstiness = burstiness is >= 0.05 and <= 100
            ? burstiness
            : throw InvalidOption.Exception(nameof(burstiness), burstiness, "0.05 to 100");

    internal override string Family => "gamma";

    internal override string Parameters =>
        string.Create(CultureInfo.InvariantCulture, $", burstiness {_burstiness}");

    /// <summary>By rejection (Marsaglia and Tsang), so from as many numbers as it takes.</summary>
    public override double Gap(ulong bits) =>
        GammaDistribution.Sample(KeyedRandom.For(bits), shape: _burstiness, rate: _burstiness);
}
