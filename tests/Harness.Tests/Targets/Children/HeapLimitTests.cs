namespace GatewayBench.Tests.Targets.Children;

public sealed class HeapLimitTests
{
    [Theory]
    [InlineData("200MB", 200_000_000)]
    [InlineData("1.5GB", 1_500_000_000)]
    [InlineData("16000kB", 16_000_000)]
    [InlineData("64MiB", 67_108_864)]
    [InlineData("1GiB", 1_073_741_824)]
    [InlineData("16000000", 16_000_000)]
    public void A_size_is_a_number_and_a_unit(string text, long bytes) =>
        Assert.Equal(bytes, HeapLimit.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("MB")]
    [InlineData("200 MB")]
    [InlineData("-200MB")]
    [InlineData("200mb")]
    [InlineData("15.9MB")]
    [InlineData("0")]
    [InlineData("99999999999999999999GB")]
    public async Task Anything_else_is_refused_with_what_is_allowed(string text)
    {
        await using var gateway = Gateways.Faulty();

        var error = Assert.Throws<FormatException>(() => gateway.UseHeapLimit(text));

        Assert.StartsWith(
            $"'{text}' is not a heap limit; allowed: 16MB or more",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => gateway.UseHeapLimit(15_999_999));
    }
}
