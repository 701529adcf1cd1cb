namespace GatewayBench.Tests.Validity;

public sealed class GeneratorShareTests
{
    [Fact]
    public void It_is_the_cpu_against_canned_bytes_over_the_cpu_in_the_row()
    {
        Assert.Equal(0.25, GeneratorShare.Of(Seconds(10), Seconds(40)));
        Assert.Equal(1, GeneratorShare.Of(Seconds(50), Seconds(40)));
    }

    [Fact]
    public void Without_both_it_is_unknown()
    {
        Assert.Null(GeneratorShare.Of(null, Seconds(40)));
        Assert.Null(GeneratorShare.Of(Seconds(10), null));
        Assert.Null(GeneratorShare.Of(Seconds(10), Seconds(0)));
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
