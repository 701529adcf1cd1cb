namespace GatewayBench.Tests.Series;

public sealed class ProcessSeriesTests
{
    private const string SocketText = """
        sockets: used 27
        TCP: inuse 6 orphan 1 tw 90 alloc 8 mem 78
        UDP: inuse 3 mem 0
        """;

    private const string Version6Text = """
        TCP6: inuse 4
        UDP6: inuse 2
        """;

    private string? _interfaces = Interfaces(1_000, 500);

    [Fact]
    public void The_kernels_files_are_read()
    {
        var seen = new SeenSeries(new ProcessSeries(Read, () => 321));
        _interfaces = Interfaces(5_000, 700);
        seen.End(seconds: 2);

        Assert.Equal([321], seen["process.open_descriptors"]);
        Assert.Equal([6 + 4], seen["net.tcp.in_use"]);
        Assert.Equal([1], seen["net.tcp.orphan"]);
        Assert.Equal([90], seen["net.tcp.time_wait"]);
        Assert.Equal([2_000], seen["net.received.rate"]);
        Assert.Equal([100], seen["net.sent.rate"]);
        Assert.All(seen.All, one => Assert.Equal("process", one.Source));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("something else: entirely")]
    public void Where_the_kernel_does_not_tell_there_are_no_series(string? text) =>
        Assert.Empty(new SeenSeries(new ProcessSeries(_ => text, () => null)).End().All);

    [Fact]
    public void Descriptors_are_counted_where_the_kernel_has_them()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has /proc");
        var before = OpenDescriptors.Count();
        using var file = File.OpenRead(typeof(ProcessSeriesTests).Assembly.Location);

        // Others open and close some meanwhile.
        Assert.InRange(OpenDescriptors.Count()!.Value, 3, before!.Value + 500);
        Assert.InRange(OpenDescriptors.Listed()!.Value, 3, before.Value + 500);
    }

    private static string Interfaces(long received, long sent) =>
        $"""
            Inter-|   Receive                            |  Transmit
             face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop
                lo: {received
                - 1}    44    0    0    0     0          0         0 {sent}    44    0    0    0     0       0          0
              eth0:       1    0    0    0    0     0          0         0        0       0    0    0    0     0       0          0
            """;

    private string? Read(string path) =>
        path.EndsWith("sockstat", StringComparison.Ordinal) ? SocketText
        : path.EndsWith("sockstat6", StringComparison.Ordinal) ? Version6Text
        : _interfaces;
}
