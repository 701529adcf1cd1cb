namespace GatewayBench;

internal sealed record ConstantArrivals : Arrivals
{
    internal override string Family => "constant";

    internal override Pacer NewPacer(RateProfile profile, ulong seed) => new EvenPacer(profile);
}
