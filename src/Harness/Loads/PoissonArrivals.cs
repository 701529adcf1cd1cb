namespace GatewayBench;

internal sealed record PoissonArrivals : DrawnArrivals
{
    internal override string Family => "poisson";

    public override double Gap(ulong bits) => -Math.Log(SplitMix64.ToUniform(bits));
}
