namespace GatewayBench.Tests.Validity;

public sealed class GeneratorShareTests
{
    [Fact]
    public void It_is_the_cpu_against_canned_bytes_over_the_cpu_in_the_row()
    {
        Assert.Equal(0.25, GeneratorShare.UpperBound(10, 40));
        Assert.Equal(1, GeneratorShare.UpperBound(50, 40));
    }

    [Fact]
    public void Without_both_it_is_unknown()
    {
        Assert.Null(GeneratorShare.UpperBound(null, 40));
        Assert.Null(GeneratorShare.UpperBound(10, null));
        Assert.Null(GeneratorShare.UpperBound(10, 0));
    }
}
