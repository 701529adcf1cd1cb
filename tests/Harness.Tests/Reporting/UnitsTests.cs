namespace GatewayBench.Tests.Reporting;

public sealed class UnitsTests
{
    [Theory]
    [InlineData(0, "0 us")]
    [InlineData(0.4, "0.40 us")]
    [InlineData(9.9, "9.90 us")]
    [InlineData(450, "450 us")]
    [InlineData(999.6, "1.00 ms")]
    [InlineData(12_345, "12.3 ms")]
    [InlineData(2_050_000, "2.05 s")]
    [InlineData(120_000_000, "120 s")]
    public void A_time_has_three_digits_and_its_unit(double microseconds, string text) =>
        Assert.Equal(text, Units.Time(TimeSpan.FromMicroseconds(microseconds)));

    [Theory]
    [InlineData(999, "999 B")]
    [InlineData(1_736, "1.74 kB")]
    [InlineData(24_700, "24.7 kB")]
    [InlineData(3_000_000, "3.00 MB")]
    public void Bytes_have_three_digits_and_their_unit(double bytes, string text) =>
        Assert.Equal(text, Units.Bytes(bytes));

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(9.99, "0:09")]
    [InlineData(270.5, "4:30")]
    [InlineData(3_599.9, "59:59")]
    [InlineData(3_600, "1:00:00")]
    [InlineData(90_061, "25:01:01")]
    public void A_moment_of_a_run_is_minutes_and_seconds(double second, string text) =>
        Assert.Equal(text, Units.Moment(second));

    [Fact]
    public void What_is_not_known_is_a_dash()
    {
        Assert.Equal("-", Units.Time(null));
        Assert.Equal("-", Units.Bytes(null));
    }
}
