namespace GatewayBench.Tests.Loads;

public sealed class UserCurveTests
{
    [Fact]
    public void The_number_of_users_is_the_one_nearest_to_the_line()
    {
        var curve = Curve(0, new(10, "10s"), new(10, "5s"), new(2, "8s"));

        Assert.Equal(TimeSpan.FromSeconds(23), curve.Duration);
        Assert.Equal(
            [0, 0, 1, 1, 5, 10, 10, 10, 10, 9, 6, 2, 2],
            new[] { 0, 0.4, 0.5, 1.4, 5, 9.5, 14, 15, 15.5, 16, 19, 22.6, 23 }.Select(s =>
                curve.At(TimeSpan.FromSeconds(s))
            )
        );
    }

    [Fact]
    public void A_stage_without_length_is_a_jump()
    {
        var curve = Curve(
            10,
            new(10, "2s"),
            new(100, "0s"),
            new(100, "3s"),
            new(10, "0s"),
            new(10, "1s")
        );

        Assert.Equal(10, curve.At(TimeSpan.FromTicks(2 * TimeSpan.TicksPerSecond - 1)));
        Assert.Equal(100, curve.At(TimeSpan.FromSeconds(2)));
        Assert.Equal(10, curve.At(TimeSpan.FromSeconds(5)));
        Assert.Equal((10, 100, 10), (curve.First, curve.Most, curve.Least));
    }

    [Fact]
    public void After_its_end_there_are_as_many_as_at_its_end() =>
        Assert.Equal(7, Curve(1, new UserStage(7, "1s")).At(TimeSpan.FromHours(1)));

    [Fact]
    public void Each_user_comes_at_the_first_tick_at_which_it_is_there()
    {
        var curve = Curve(3, new(17, "7s"), new(0, "0s"), new(0, "1s"), new(11, "3333333us"));
        foreach (var from in new[] { 0.0, 2.5, 6.999, 7, 7.5, 8, 9.1 }.Select(TimeSpan.FromSeconds))
        {
            for (var user = 0; user < 18; user++)
            {
                var comes = curve.ComesAt(user, from);
                if (comes is not { } at)
                {
                    Assert.All(Ticks(from, curve.Duration), t => Assert.True(curve.At(t) <= user));
                    continue;
                }
                Assert.True(at >= from);
                Assert.True(curve.At(at) > user);
                Assert.True(at == from || curve.At(at - TimeSpan.FromTicks(1)) <= user);
            }
        }
    }

    [Fact]
    public void Who_is_not_there_any_more_never_comes() =>
        Assert.Null(Curve(5, new UserStage(1, "4s")).ComesAt(3, TimeSpan.FromSeconds(3)));

    [Theory]
    [InlineData(-1, 5, "1s")]
    [InlineData(100_001, 5, "1s")]
    [InlineData(1, -1, "1s")]
    [InlineData(1, 1, "0s")]
    [InlineData(0, 0, "1s")]
    [InlineData(1, 1, "721h")]
    public void What_can_not_be_is_refused(int start, int users, string over) =>
        Assert.Throws<ArgumentException>(() => Load.Closed(start, new UserStage(users, over)));

    [Fact]
    public void There_is_at_least_one_stage_and_at_most_a_hundred()
    {
        Assert.Throws<ArgumentException>(() => new UserCurve(1, []));
        Assert.Throws<ArgumentException>(() =>
            new UserCurve(1, [.. Enumerable.Repeat(new UserStage(1, "1s"), 101)])
        );
    }

    private static UserCurve Curve(int start, params UserStage[] stages) => new(start, stages);

    private static IEnumerable<TimeSpan> Ticks(TimeSpan from, TimeSpan to)
    {
        for (var at = from; at < to; at += TimeSpan.FromMilliseconds(1))
        {
            yield return at;
        }
    }
}
