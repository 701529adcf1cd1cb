namespace GatewayBench.HarnessTests.Recording;

public sealed class ZigZagTests
{
    [Theory]
    [InlineData(0, "00")]
    [InlineData(-1, "01")]
    [InlineData(1, "02")]
    [InlineData(63, "7E")]
    [InlineData(64, "8001")]
    [InlineData(-64, "7F")]
    [InlineData(-65, "8101")]
    [InlineData(long.MaxValue, "FEFFFFFFFFFFFFFFFF")]
    [InlineData(long.MinValue, "FFFFFFFFFFFFFFFFFF")]
    public void Numbers_take_as_few_bytes_as_the_format_says(long number, string hex)
    {
        var bytes = new byte[ZigZag.MaxLength];
        var length = ZigZag.Write(bytes, number);

        Assert.Equal(hex, Convert.ToHexString(bytes, 0, length));
    }

    [Fact]
    public void Numbers_of_all_sizes_come_back()
    {
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++)
        {
            var number = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
            var bytes = new byte[ZigZag.MaxLength + 1];
            ReadOnlySpan<byte> rest = bytes.AsSpan(0, ZigZag.Write(bytes, number) + 1);

            Assert.True(ZigZag.TryRead(ref rest, out var back));

            Assert.Equal(number, back);
            Assert.Equal(1, rest.Length);
        }
    }

    [Fact]
    public void A_number_cut_off_is_not_read()
    {
        var bytes = new byte[ZigZag.MaxLength];
        var length = ZigZag.Write(bytes, long.MaxValue);
        for (var cut = 0; cut < length; cut++)
        {
            ReadOnlySpan<byte> rest = bytes.AsSpan(0, cut);
            Assert.False(ZigZag.TryRead(ref rest, out _));
        }
    }
}
