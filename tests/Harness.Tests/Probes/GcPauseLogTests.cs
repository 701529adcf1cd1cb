using GatewayBench.Support;

namespace GatewayBench.Tests.Probes;

public sealed class GcPauseLogTests
{
    private readonly GcPauseLog _log = new(new ManualTimeProvider(), length: 3);

    [Theory]
    [InlineData(0, 100, 10 + 5)]
    [InlineData(10, 20, 10)]
    [InlineData(12, 18, 6)]
    [InlineData(15, 42, 5 + 2)]
    [InlineData(20, 40, 0)]
    [InlineData(45, 99, 0)]
    public void What_lies_within_the_stretch_counts(long from, long to, long paused)
    {
        _log.Add(10, 20);
        _log.Add(40, 45);

        Assert.Equal(new TimeSpan(paused), _log.Between(from, to));
    }

    [Fact]
    public void Nothing_is_said_of_a_stretch_whose_pauses_may_be_forgotten()
    {
        _log.Add(10, 20);
        _log.Add(40, 45);
        _log.Add(50, 51);
        Assert.Equal(new TimeSpan(16), _log.Between(0, 100));

        _log.Add(60, 62);

        Assert.Null(_log.Between(39, 100));
        Assert.Equal(new TimeSpan(5 + 1 + 2), _log.Between(40, 100));
    }
}
