namespace GatewayBench;

/// <summary>What happened in one short stretch of a run.</summary>
/// <param name="Seconds">Its length: a waiting thread wakes late when the cores are busy.</param>
/// <param name="Hits">Exchanges that ended in it.</param>
/// <param name="ServiceSeconds">Their service times, added up.</param>
/// <param name="CompiledMethods">Methods that the process compiled in it, anew or again.</param>
internal readonly record struct Slice(
    double Seconds,
    long Hits,
    double ServiceSeconds,
    long CompiledMethods = 0
)
{
    /// <summary>Not a number without hits.</summary>
    public double MeanService => ServiceSeconds / Hits;

    public static Slice operator +(Slice a, Slice b) =>
        new(
            a.Seconds + b.Seconds,
            a.Hits + b.Hits,
            a.ServiceSeconds + b.ServiceSeconds,
            a.CompiledMethods + b.CompiledMethods
        );

    public static Slice Sum(IEnumerable<Slice> slices) =>
        slices.Aggregate(default(Slice), (a, b) => a + b);
}
