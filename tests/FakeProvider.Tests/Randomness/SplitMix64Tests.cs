namespace GatewayBench.FakeProviderTests;

public sealed class SplitMix64Tests
{
    [Theory]
    [InlineData(0, 0xE220A8397B1DCDAF)]
    [InlineData(1, 0x6E789E6AA1B965F4)]
    [InlineData(2, 0x06C45D188009454F)]
    public void Counting_from_seed_zero_gives_the_published_sequence(ulong index, ulong expected) =>
        Assert.Equal(expected, SplitMix64.At(seed: 0, index));

    [Fact]
    public void Uniforms_stay_strictly_between_zero_and_one_and_average_one_half()
    {
        var uniforms = Enumerable
            .Range(0, 100_000)
            .Select(i => SplitMix64.UniformAt(7, (ulong)i))
            .ToList();

        Assert.All([uniforms.Min(), uniforms.Max()], u => Assert.InRange(u, 1e-9, 1 - 1e-9));
        Assert.Equal(0.5, uniforms.Average(), tolerance: 0.005);
    }
}
