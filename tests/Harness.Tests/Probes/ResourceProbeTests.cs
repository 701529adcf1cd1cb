using GatewayBench.Support;

namespace GatewayBench.Tests.Probes;

public sealed class ResourceProbeTests
{
    private static readonly ResourceReading First = new(
        Cpu: TimeSpan.FromSeconds(10),
        HeapBytes: 1_000,
        AllocatedBytes: 5_000,
        GcPause: TimeSpan.FromMilliseconds(100),
        Gen0Collections: 30,
        Gen1Collections: 20,
        Gen2Collections: 10,
        Threads: 4,
        QueueLength: 0,
        LockContentions: 50,
        InFlight: 0
    );

    private readonly ManualTimeProvider _clock = new();
    private ResourceReading _reading = First;

    [Fact]
    public void A_slice_holds_what_was_used_in_it_and_what_there_was_at_its_end()
    {
        var probe = Begin();
        _clock.Advance(TimeSpan.FromSeconds(2));
        _reading = new(
            Cpu: TimeSpan.FromSeconds(13),
            HeapBytes: 700,
            AllocatedBytes: 9_000,
            GcPause: TimeSpan.FromMilliseconds(125),
            Gen0Collections: 36,
            Gen1Collections: 23,
            Gen2Collections: 11,
            Threads: 7,
            QueueLength: 40,
            LockContentions: 53,
            InFlight: 32
        );
        probe.Take();
        _clock.Advance(TimeSpan.FromSeconds(1));
        probe.Take();

        var idle = new ResourceSlice(3, 1, 0, 700, 0, 0, 0, 0, 0, 7, 40, 0, 32);
        Assert.Equal(
            [new ResourceSlice(2, 2, 1.5, 700, 2_000, 25, 6, 3, 1, 7, 40, 3, 32), idle],
            probe.Slices
        );
    }

    [Theory]
    [InlineData(5_000, 31, null)]
    [InlineData(5_000, 30, 0.0)]
    [InlineData(5_001, 31, 1.0)]
    public void What_the_runtime_lost_count_of_is_unknown(
        long allocated,
        int collections,
        double? perSecond
    )
    {
        var probe = Begin();
        _clock.Advance(TimeSpan.FromSeconds(1));
        _reading = First with { AllocatedBytes = allocated, Gen0Collections = collections };
        probe.Take();

        Assert.Equal(perSecond, Assert.Single(probe.Slices).AllocatedBytesPerSecond);
    }

    [Fact]
    public void A_short_rest_makes_no_slice_unless_it_is_all()
    {
        var probe = Begin();
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        probe.TakeRest();
        _clock.Advance(TimeSpan.FromSeconds(0.4));
        probe.TakeRest();
        Assert.Equal(0.1, Assert.Single(probe.Slices).Second);

        _clock.Advance(TimeSpan.FromSeconds(0.1));
        probe.TakeRest();

        Assert.Equal([(0.1, 0.1), (0.6, 0.5)], probe.Slices.Select(s => (s.Second, s.Seconds)));
    }

    [Fact]
    public void This_process_is_read()
    {
        var before = ResourceReading.Now(inFlight: 3);
        var bytes = new byte[10_000_000];
        GC.Collect();
        var after = ResourceReading.Now(inFlight: 4);

        Assert.Equal((3, 4), (before.InFlight, after.InFlight));
        // Less what was set aside before and not used.
        Assert.True(after.AllocatedBytes - before.AllocatedBytes > bytes.Length / 2);
        Assert.True(after.HeapBytes > 0);
        Assert.True(after.Gen2Collections > before.Gen2Collections);
        Assert.True(after.Gen0Collections >= after.Gen2Collections);
        Assert.True(after.GcPause > before.GcPause);
        Assert.True(after.Cpu >= before.Cpu && after.Cpu > TimeSpan.Zero);
        Assert.True(after.Threads > 0);
    }

    private ResourceProbe Begin()
    {
        var probe = new ResourceProbe(_clock, () => _reading);
        probe.Begin(_clock.GetTimestamp());
        return probe;
    }
}
