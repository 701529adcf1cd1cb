namespace GatewayBench.Tests.Loads;

public sealed class LoadTests
{
    [Fact]
    public void A_closed_load_has_users_and_a_duration()
    {
        var load = Load.Closed(users: 32, "1.5s");

        Assert.Equal(32, load.Users);
        Assert.Equal(TimeSpan.FromSeconds(1.5), load.Duration);
    }

    [Theory]
    [InlineData(0, "5s")]
    [InlineData(-1, "5s")]
    [InlineData(1, "0s")]
    public void A_load_of_nothing_is_refused(int users, string duration) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Load.Closed(users, duration));

    [Fact]
    public void All_users_start_at_once_unless_told_otherwise()
    {
        var load = Load.Closed(users: 1_000, "1s");

        Assert.Null(load.UsersPerSecond);
        Assert.Equal(TimeSpan.Zero, load.StartOf(999));
    }

    [Fact]
    public void Starts_can_be_spread_out()
    {
        var load = Load.Closed(users: 1_000, "1s").StartingPerSecond(3);

        Assert.Equal(3, load.UsersPerSecond);
        Assert.Equal("1000 users, 3 started/s", load.Name);
        Assert.Equal("1 user, 0.5 started/s", Load.Closed(1, "1s").StartingPerSecond(0.5).Name);
        Assert.Equal(TimeSpan.Zero, load.StartOf(0));
        Assert.Equal(TimeSpan.FromTicks(3_333_333), load.StartOf(1));
        Assert.Equal(TimeSpan.FromSeconds(333), load.StartOf(999));
    }

    [Fact]
    public void A_setting_for_users_keeps_how_they_start()
    {
        var settings = LoadSettings.From([new("GATEWAYBENCH_CONCURRENCY", "5,7")]);

        var loads = settings
            .Apply(Load.Closed(users: 1, "1s").StartingPerSecond(2))
            .Cast<ClosedLoad>();

        Assert.Equal([5, 7], loads.Select(l => l.Users));
        Assert.All(loads, l => Assert.Equal(2, l.UsersPerSecond));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(100_001)]
    [InlineData(double.NaN)]
    public void Starts_out_of_range_are_refused(double usersPerSecond)
    {
        var load = Load.Closed(users: 1, "1s");

        var error = Assert.Throws<ArgumentException>(() => load.StartingPerSecond(usersPerSecond));

        Assert.EndsWith("allowed: above 0, at most 100,000.", error.Message);
    }
}
