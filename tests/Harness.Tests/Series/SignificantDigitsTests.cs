namespace GatewayBench.Tests.Series;

public sealed class SignificantDigitsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1.0 / 3, 0.333333)]
    [InlineData(-1234.5678, -1234.57)]
    [InlineData(123_456_789, 123_457_000)]
    [InlineData(1.23456789e15, 1.23457e15)]
    [InlineData(0.000123456789, 0.000123457)]
    [InlineData(42, 42)]
    public void Six_are_kept(double value, double kept) =>
        Assert.Equal(kept, SignificantDigits.Rounded(value));

    [Fact]
    public void Very_small_values_stay_what_they_are() =>
        Assert.Equal(1.23457e-12, SignificantDigits.Rounded(1.23456789e-12), 1e-20);
}
