namespace GatewayBench.Tests.Execution;

/// <summary>Seeded draws for series that look like a run's.</summary>
internal sealed class Noise(int seed)
{
    private readonly Random _draws = new(seed);

    public double Normal() =>
        Math.Sqrt(-2 * Math.Log(1 - _draws.NextDouble()))
        * Math.Cos(2 * Math.PI * _draws.NextDouble());

    /// <summary>Log-normal with a p99 of ten medians: the tail of an LLM's answers.</summary>
    public double Tailed(double median) => median * Math.Exp(Math.Log(10) / 2.326 * Normal());

    /// <summary>The level with relative noise of a deviation of <paramref name="deviation"/>.</summary>
    public double Around(double level, double deviation) => level * (1 + deviation * Normal());
}
