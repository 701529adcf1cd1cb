namespace GatewayBench.HarnessTests.Recording;

public sealed class ReferenceNumbersTests
{
    [Theory]
    [InlineData(1.0005, 3, "1.001")]
    [InlineData(0.0005, 3, "0.001")]
    [InlineData(2.5, 0, "3")]
    [InlineData(1e-300, 3, "0.000")]
    [InlineData(123456789012345680.0, 2, "123456789012345680.00")]
    [InlineData(1e30, 1, "1000000000000000019884624838656.0")]
    [InlineData(double.PositiveInfinity, 2, "Infinity")]
    public void Numbers_are_rounded_as_they_read(double value, int decimals, string expected) =>
        Assert.Equal(expected, ReferenceNumbers.Format(value, decimals));
}
