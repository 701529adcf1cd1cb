using GatewayBench.Support;
using GatewayBench.Tests.Loads;

namespace GatewayBench.Tests.Execution;

/// <summary>Requests reach the target when the pacer's arithmetic says, to the clock's last digit.</summary>
public sealed class PacedRunTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public Task Constant_arrivals() => FollowAsync(Load.Constant(70, "1s"));

    [Fact]
    public Task Poisson_arrivals() => FollowAsync(Load.Poisson(70, "1s"));

    [Fact]
    public Task Gamma_arrivals() => FollowAsync(Load.Gamma(70, burstiness: 0.5, "1s"));

    [Fact]
    public Task A_ramp() => FollowAsync(Load.Ramp(10, 130, "1s"));

    [Fact]
    public Task A_ramp_with_scattered_arrivals() =>
        FollowAsync(Load.Ramp(10, 130, "1s").WithArrivals(Arrivals.Poisson));

    [Fact]
    public Task Stages_with_a_jump_and_a_rest() =>
        FollowAsync(
            Load.Stages(20, new(20, "500ms"), new(0, "0s"), new(0, "300ms"), new(300, "400ms"))
        );

    [Fact]
    public async Task A_trace()
    {
        var file = Path.GetTempFileName();
        try
        {
            string[] times = ["0.0000001", "0.25", "0.25", "0.2500001", "0.9", "1.5"];
            await File.WriteAllLinesAsync(file, times, TestContext.Current.CancellationToken);
            await FollowAsync(Load.Trace(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task FollowAsync(OpenLoad load)
    {
        var intended = Walk.All(load);
        var received = new TimeSpan[intended.Count + 1];
        var target = new ClockedTarget(
            _clock,
            (number, time) =>
            {
                received[number] = time - OpenGenerator.ShortNotice;
                return TimeSpan.Zero;
            }
        );

        var row = await ClockedRun.FollowAsync(load, _clock, target, intended);

        Assert.Equal(intended, received[..^1]);
        Assert.Equal(intended.Count, row.Successes);
        Assert.Equal(intended.Count, row.Open!.Offered);
        // Nor was any of them meant for even a tick (100 ns) before the time at which it was sent.
        Assert.InRange(row.Open.ScheduleLag.GetMaxValue(), 0, 99);
        Assert.Equal(0, row.Open.Unsent);
    }
}
