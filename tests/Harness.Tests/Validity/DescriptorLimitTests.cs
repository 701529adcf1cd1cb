namespace GatewayBench.Tests.Validity;

public sealed class DescriptorLimitTests
{
    [Theory]
    [InlineData("Max open files            1024                 524288               files", 1024L)]
    [InlineData("Max open files            unlimited            unlimited            files", null)]
    [InlineData("Max processes             63000                63000           processes", null)]
    public void The_soft_limit_is_read_if_there_is_one(string line, long? expected) =>
        Assert.Equal(
            expected,
            DescriptorLimit.SoftOf(["Limit     Soft Limit    Hard Limit    Units", line])
        );

    [Fact]
    public void The_runtime_has_raised_the_soft_limit_to_the_hard_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /proc elsewhere.");
        var values = File.ReadLines("/proc/self/limits")
            .Single(line => line.StartsWith("Max open files", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(values[4], values[3]);
    }

    [Fact]
    public void What_is_open_counts()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /proc elsewhere.");

        // At least the standard streams.
        Assert.True(DescriptorLimit.Read() is null or { Open: >= 3, Most: > 0 });
    }
}
