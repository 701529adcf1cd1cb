namespace GatewayBench.FakeProviderTests;

public sealed class GoDurationTests
{
    [Theory]
    [InlineData(0, "0s")]
    [InlineData(0.001, "1ms")]
    [InlineData(12, "12ms")]
    [InlineData(120, "120ms")]
    [InlineData(999.2, "1s")]
    [InlineData(1_000, "1s")]
    [InlineData(18_642, "18.642s")]
    [InlineData(90_500, "1m30.5s")]
    [InlineData(360_000, "6m0s")]
    [InlineData(3_600_000, "1h0m0s")]
    [InlineData(90_061_001, "25h1m1.001s")]
    public void Durations_read_as_Go_writes_them(double milliseconds, string expected) =>
        Assert.Equal(expected, GoDuration.Format(TimeSpan.FromMilliseconds(milliseconds)));
}
