using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class FixedWindowTests
{
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public void It_admits_exactly_its_limit_to_any_number_of_threads()
    {
        var window = Window();
        var admitted = 0;

        Parallel.For(
            0,
            10_000,
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            _ =>
            {
                if (Takes(window, new Quota("global", "", 600)))
                {
                    Interlocked.Increment(ref admitted);
                }
            }
        );

        Assert.Equal(600, admitted);
    }

    [Fact]
    public void A_window_begins_with_the_first_and_ends_after_its_length()
    {
        var window = Window();
        _clock.Advance(TimeSpan.FromSeconds(45));
        Quota quota = new("global", "", 1);
        Assert.True(Takes(window, quota));
        _clock.Advance(TimeSpan.FromSeconds(59));

        var refused = window.TryTake(quota);

        Assert.Equal(quota, refused.RefusedBy);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Wait);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(Takes(window, quota));
        Assert.False(Takes(window, quota));
    }

    [Fact]
    public void What_one_quota_refuses_uses_up_none()
    {
        var window = Window();
        Quota all = new("global", "", 4);
        Quota ada = new("caller", "ada", 1);
        Quota bob = new("caller", "bob", 3);

        Assert.True(Takes(window, ada, all));
        for (var n = 0; n < 10; n++)
        {
            Assert.Equal(ada, window.TryTake(ada, all).RefusedBy);
        }
        Assert.True(Takes(window, bob, all));
        Assert.True(Takes(window, bob, all));
        var last = window.TryTake(bob, all);
        Assert.Null(last.RefusedBy);
        Quota eve = new("caller", "eve", 1);
        Assert.Equal(all, window.TryTake(eve, all).RefusedBy);
        window.GiveBack(last, bob, all);
        Assert.True(Takes(window, eve, all));
    }

    [Fact]
    public void Keys_beyond_the_most_share_one_count()
    {
        var window = Window(maxKeys: 2);
        Assert.True(Takes(window, Of("a")));
        Assert.True(Takes(window, Of("b")));
        Assert.True(Takes(window, Of("c")));

        Assert.False(Takes(window, Of("d")));
        Assert.True(Takes(window, new Quota("caller", "a", 2)));

        static Quota Of(string key) => new("caller", key, 1);
    }

    [Fact]
    public void A_quota_that_is_counted_already_takes_no_more_room()
    {
        var window = Window(maxKeys: 3);
        Quota all = new("global", "", 100);
        Assert.True(Takes(window, Of("a"), all));
        Assert.True(Takes(window, Of("b"), all));

        Assert.True(Takes(window, Of("c"), all));
        Assert.False(Takes(window, Of("d"), all));
        Assert.False(Takes(window, Of("b"), all));

        static Quota Of(string key) => new("caller", key, 1);
    }

    [Fact]
    public void What_is_given_back_can_be_taken_again_but_not_in_the_next_window()
    {
        var window = Window();
        Quota quota = new("user", "ada", 1);
        var first = window.TryTake(quota);
        window.GiveBack(first, quota);

        var second = window.TryTake(quota);
        Assert.Null(second.RefusedBy);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(Takes(window, quota));
        window.GiveBack(second, quota);

        Assert.False(Takes(window, quota));
    }

    private static bool Takes(FixedWindow window, params ReadOnlySpan<Quota> quotas) =>
        window.TryTake(quotas).RefusedBy is null;

    private FixedWindow Window(int maxKeys = 100) => new(TimeSpan.FromMinutes(1), maxKeys, _clock);
}
