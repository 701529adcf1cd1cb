namespace GatewayBench.Tests.Profiles;

public sealed class ProfileTests
{
    public static TheoryData<string> Names => [.. ProfileNames.All];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_says_before_it_runs_what_it_is_for_and_how_long_it_takes(string name)
    {
        var profile = ProfileNames.Find(name, expectedPeak: null);

        Assert.Equal(name, profile.Name);
        var brief = ProfileBrief
            .Of(profile, new RunOptions { Slos = profile.Slos, Hypothesis = profile.Hypothesis })
            .ToList();
        Assert.StartsWith($"profile {name}: {profile.Purpose}", brief[0], StringComparison.Ordinal);
        Assert.NotEmpty(profile.Slos);
        Assert.NotEmpty(profile.Watch);
        Assert.StartsWith("expected to take ", brief[^1], StringComparison.Ordinal);
        new SloSet(profile.Slos).Require([
            .. profile.Loads.Select(load => SloShape.Of(new Row(null!, Execution.Runs.Get, load))),
        ]);
    }

    [Fact]
    public void The_brief_is_read_in_order() =>
        Assert.Equal(
            [
                "profile burst: Whether a crowd that comes out of nothing is taken in",
                "hypothesis: all is well",
                "criteria: errors<1%, p95<3s; those of times and rates are not judged",
                "stages: rise 0 to 50 users for 10.0 s, hold 50 users for 110 s",
                "watch: p99",
                "expected to take 12.0 s, at a time scale of 0.1, and each row's warm-up, of at most 20.0 s",
            ],
            ProfileBrief.Of(
                Profile.Burst(),
                new RunOptions
                {
                    Hypothesis = "all is well",
                    Watch = ["p99"],
                    Slos = Profile.Burst().Slos,
                    TimeScale = 0.1,
                }
            )
        );

    [Fact]
    public void They_last_as_long_as_they_are_known_for()
    {
        Assert.Equal(
            [10, 300, 300, 120, 1_200, 1_620, 210, 1_800, 240],
            ProfileNames
                .All.Where(name => name != "breakpoint")
                .Select(name => ProfileNames.Find(name, null).Duration.TotalSeconds)
        );
        Assert.Equal(
            30 * BreakpointSearch.MostSteps(10, 10_000),
            Profile.Breakpoint().Duration.TotalSeconds
        );
    }

    [Fact]
    public void A_duration_is_that_of_all_rows_or_of_each_step_of_a_search()
    {
        var time = TimeSpan.FromSeconds(7);
        var search = Profile.Breakpoint().Lasting(time);

        Assert.Equal(time, Assert.Single(search.Loads).Duration);
        Assert.Equal(Profile.Breakpoint().SearchedTo, search.SearchedTo);
        Assert.All(
            ProfileNames.All.Where(name => name != "breakpoint"),
            name => Assert.Equal(time, ProfileNames.Find(name, null).Lasting(time).Duration)
        );
    }

    /// <summary>A text with the times that a profile has by default would be wrong with others.</summary>
    [Fact]
    public void What_they_are_for_and_what_is_expected_holds_for_any_duration() =>
        Assert.All(
            ProfileNames.All.Select(name => ProfileNames.Find(name, null)),
            profile =>
                Assert.DoesNotMatch(
                    @"\d ?(ms|s|m|min|h)\b|second|minute|hour",
                    profile.Purpose + " " + profile.Hypothesis
                )
        );

    [Theory]
    [InlineData("load", 7)]
    [InlineData("ramp", 7)]
    [InlineData("burst", 7)]
    [InlineData("sustained", 7)]
    [InlineData("soak", 7)]
    [InlineData("spike", 70)]
    [InlineData("breakpoint", 7)]
    [InlineData("headroom", 14)]
    public void The_expected_peak_says_how_many_users_there_are(string name, int most) =>
        Assert.Equal(most, ProfileNames.Find(name, expectedPeak: 7).Loads.Max(load => load.Users));

    [Theory]
    [InlineData("smoke", 7)]
    [InlineData("full", 7)]
    [InlineData("load", 0)]
    [InlineData("spike", 2_001)]
    [InlineData("headroom", 10_001)]
    [InlineData("stress", null)]
    public void What_can_not_be_is_refused(string name, int? peak) =>
        Assert.ThrowsAny<ArgumentException>(() => ProfileNames.Find(name, peak));

    [Fact]
    public void A_burst_is_longer_than_its_rise_and_a_search_goes_up()
    {
        Assert.Throws<ArgumentException>(() => Profile.Burst(rise: "2m", over: "2m"));
        Assert.Throws<ArgumentException>(() => Profile.Breakpoint(from: 10, to: 9));
    }
}
