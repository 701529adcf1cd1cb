namespace GatewayBench.FakeProviderTests;

public sealed class NormalQuantileTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.9, 1.2815515655446004)]
    [InlineData(0.95, 1.6448536269514722)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.99, 2.3263478740408408)]
    [InlineData(0.999, 3.090232306167813)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(1e-20, -9.262340089798408)]
    public void Probabilities_map_to_the_published_quantiles(double probability, double expected) =>
        Assert.Equal(
            expected,
            NormalQuantile.Of(probability),
            tolerance: 1e-13 + Math.Abs(expected) * 1e-14
        );

    [Fact]
    public void Integrating_the_density_up_to_a_quantile_gives_the_probability_back()
    {
        foreach (var probability in (double[])[1e-9, 1e-6, 0.001, 0.07, 0.3, 0.6, 0.93, 0.9999])
        {
            Assert.Equal(
                1,
                NormalCdf(NormalQuantile.Of(probability)) / probability,
                tolerance: 1e-6
            );
        }
    }

    /// <summary>Simpson's rule from far out in the left tail.</summary>
    private static double NormalCdf(double z)
    {
        const double From = -12;
        const int Steps = 20_000;
        var width = (z - From) / Steps;
        var sum = 0.0;
        for (var i = 0; i <= Steps; i++)
        {
            var weight =
                i is 0 or Steps ? 1
                : i % 2 == 1 ? 4
                : 2;
            var x = From + i * width;
            sum += weight * Math.Exp(-x * x / 2);
        }
        return sum * width / 3 / Math.Sqrt(2 * Math.PI);
    }
}
