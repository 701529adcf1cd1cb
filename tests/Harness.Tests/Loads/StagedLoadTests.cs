namespace GatewayBench.Tests.Loads;

public sealed class StagedLoadTests
{
    private static readonly ClosedLoad _spike = Load.Closed(
        10,
        new(10, "60s", "baseline"),
        new(100, TimeSpan.Zero),
        new(100, "30s"),
        new(10, "0s"),
        new(10, "2m", "recovery")
    );

    [Fact]
    public void Its_users_are_the_most_and_its_name_says_the_rest()
    {
        Assert.Equal(100, _spike.Users);
        Assert.Equal("100 users, 10 to 10 in 5 stages over 210s", _spike.Name);
        Assert.Equal("8 users, from 1 to 8 in 5m", Load.Closed(1, new UserStage(8, "5m")).Name);
        Assert.Equal(TimeSpan.FromSeconds(210), _spike.Duration);
    }

    [Fact]
    public void Its_warm_up_has_the_first_users_or_a_tenth_of_the_most()
    {
        Assert.Equal(10, _spike.WarmUpUsers);
        Assert.Equal(10, Load.Closed(1, new UserStage(95, "5m")).WarmUpUsers);
        Assert.Equal(3, Load.Closed(3, "1s").WarmUpUsers);
    }

    [Fact]
    public void In_another_time_each_stage_takes_its_share_of_it()
    {
        var load = (ClosedLoad)_spike.Lasting(TimeSpan.FromSeconds(21));

        Assert.Equal([6, 0, 3, 0, 12], load.UserStages.Select(stage => stage.Over.TotalSeconds));
        Assert.Equal(load.UserStages, ((ClosedLoad)_spike.Scaled(0.1)).UserStages);
    }

    [Fact]
    public void Its_spans_have_names_and_lie_side_by_side() =>
        Assert.Equal(
            [
                new("baseline", TimeSpan.Zero, TimeSpan.FromSeconds(60), 10, 10),
                new("stage 2", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(90), 100, 100),
                new("recovery", TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(210), 10, 10),
            ],
            StageSpan.Of(_spike)
        );

    [Fact]
    public void Users_can_not_be_started_by_a_rate_as_well() =>
        Assert.Throws<InvalidOperationException>(() => _spike.StartingPerSecond(5));

    [Fact]
    public void A_setting_for_users_is_refused_and_one_for_the_duration_is_taken()
    {
        var users = LoadSettings.From([new("GATEWAYBENCH_CONCURRENCY", "5")]);
        Assert.Throws<SettingException>(() => users.Apply(_spike));

        var time = LoadSettings.From([new("GATEWAYBENCH_DURATION_SECS", "21")]);
        Assert.Equal(TimeSpan.FromSeconds(21), Assert.Single(time.Apply(_spike)).Duration);
    }
}
