namespace GatewayBench.Tests.Execution;

public sealed class WarmUpTests
{
    private const double SliceSeconds = 0.1;

    [Fact]
    public void It_needs_twelve_slices_with_hits()
    {
        var warmUp = new WarmUp(users: 1);

        Assert.Equal(12, SlicesUntilSettled(warmUp, _ => 0.01));
    }

    [Fact]
    public void However_short_the_slices_a_second_is_needed()
    {
        var warmUp = new WarmUp(users: 1);

        Add(warmUp, 19, hits: 5, service: 0.01, seconds: 0.05);
        Assert.False(warmUp.HasSettled);
        Add(warmUp, 2, hits: 5, service: 0.01, seconds: 0.05);
        Assert.True(warmUp.HasSettled);
    }

    [Fact]
    public void After_a_step_the_twelve_slices_begin_anew()
    {
        var warmUp = new WarmUp(users: 1);
        // The compiler keeps it from settling on the first level.
        Add(warmUp, 40, hits: 100, service: 0.004, compiledMethods: 50);

        Add(warmUp, 11, hits: 100, service: 0.002);
        Assert.False(warmUp.HasSettled);
        Add(warmUp, 1, hits: 100, service: 0.002);

        Assert.True(warmUp.HasSettled);
    }

    [Fact]
    public void A_ramp_never_settles_before_it_has_ended()
    {
        const int Ramp = 60;
        var early = 0;
        foreach (var seed in Enumerable.Range(1, 200))
        {
            var noise = new Noise(seed);
            // Falls to a half within six seconds, in each slice by about as much as it is noisy.
            var settled = SlicesUntilSettled(
                new WarmUp(users: 1),
                i => noise.Around(Math.Max(1, 2 - (double)i / Ramp), 0.02)
            );
            early += settled < Ramp * 0.8 ? 1 : 0;
        }

        Assert.InRange(early, 0, 4);
    }

    [Fact]
    public void Noise_alone_settles_soon_and_always()
    {
        int[] slices =
        [
            .. Enumerable
                .Range(1, 1_000)
                .Select(seed =>
                {
                    var noise = new Noise(seed);
                    return SlicesUntilSettled(
                        new WarmUp(users: 1),
                        _ => Math.Max(0.01, noise.Around(1, 0.2))
                    );
                }),
        ];

        Assert.InRange(slices.Count(count => count == 12), 900, 1_000);
        Assert.All(slices, count => Assert.InRange(count, 12, 60));
    }

    [Fact]
    public void Answers_with_a_heavy_tail_settle_soon_and_always()
    {
        foreach (var seed in Enumerable.Range(1, 200))
        {
            var noise = new Noise(seed);
            // 256 users and a mean of 653 ms make about 39 hits in a slice.
            var settled = SlicesUntilSettled(
                new WarmUp(users: 256),
                _ => Enumerable.Range(0, 39).Average(_ => noise.Tailed(0.4)),
                hits: 39
            );

            Assert.InRange(settled, 14, 60);
        }
    }

    [Fact]
    public void Users_with_a_heavy_tail_that_start_together_settle_within_ten_seconds()
    {
        foreach (var seed in Enumerable.Range(1, 50))
        {
            Assert.InRange(
                SlicesUntilSettled(users: 256, new Noise(seed).Tailed, median: 0.4),
                14,
                100
            );
        }
    }

    [Fact]
    public void One_user_at_a_second_settles_with_its_twelfth_answer()
    {
        var warmUp = new WarmUp(users: 1);

        for (var second = 1; second <= 11; second++)
        {
            Add(warmUp, 9, hits: 0, service: 0);
            Add(warmUp, 1, hits: 1, service: 1 + second % 3 * 0.01);
            Assert.False(warmUp.HasSettled);
        }
        Add(warmUp, 9, hits: 0, service: 0);
        Assert.False(warmUp.HasSettled);
        Add(warmUp, 1, hits: 1, service: 1);

        Assert.True(warmUp.HasSettled);
    }

    [Fact]
    public void Users_that_answer_in_lock_step_settle_although_their_rate_jumps()
    {
        var warmUp = new WarmUp(users: 32);

        for (var answer = 1; answer <= 12; answer++)
        {
            Add(warmUp, 4, hits: 0, service: 0);
            Add(warmUp, 1, hits: 32, service: 0.5);
        }

        Assert.True(warmUp.HasSettled);
    }

    [Fact]
    public void Each_user_has_to_have_had_two_exchanges()
    {
        var warmUp = new WarmUp(users: 100);

        Assert.Equal(20, SlicesUntilSettled(warmUp, _ => 1, hits: 10));
    }

    [Fact]
    public void A_target_that_answers_nothing_never_settles()
    {
        var warmUp = new WarmUp(users: 1);

        Add(warmUp, 100, hits: 0, service: 0);

        Assert.False(warmUp.HasSettled);
    }

    [Fact]
    public void A_target_that_hangs_has_not_settled_whatever_came_before()
    {
        var warmUp = new WarmUp(users: 1);
        Add(warmUp, 20, hits: 10, service: 0.01, compiledMethods: 50);

        Add(warmUp, 30, hits: 0, service: 0);

        Assert.False(warmUp.HasSettled);
    }

    [Fact]
    public void A_standstill_while_the_compiler_still_works_is_a_plateau_and_no_end()
    {
        var warmUp = new WarmUp(users: 1);

        Add(warmUp, 40, hits: 100, service: 0.01, compiledMethods: 5);
        Assert.False(warmUp.HasSettled);
        Add(warmUp, 11, hits: 100, service: 0.01, compiledMethods: 1);

        Assert.True(warmUp.HasSettled);
    }

    [Fact]
    public void A_warm_up_of_an_hour_keeps_only_what_is_recent()
    {
        var warmUp = new WarmUp(users: 1);
        Add(warmUp, 300, hits: 10, service: 0.01);
        Add(warmUp, 300, hits: 10, service: 0.5);

        Assert.Equal(200, warmUp.SlicesKept);
        Assert.True(warmUp.HasSettled);
    }

    /// <summary>Feeds slices of a mean service time; the number after which it had settled.</summary>
    private static int SlicesUntilSettled(
        WarmUp warmUp,
        Func<int, double> meanService,
        long hits = 10
    )
    {
        for (var i = 0; i < 1_000; i++)
        {
            Add(warmUp, 1, hits, meanService(i));
            if (warmUp.HasSettled)
            {
                return i + 1;
            }
        }
        return int.MaxValue;
    }

    /// <summary>The same for closed-loop users who all start at once, exchange by exchange.</summary>
    private static int SlicesUntilSettled(int users, Func<double, double> draw, double median)
    {
        var warmUp = new WarmUp(users);
        var current = Enumerable.Range(0, users).Select(_ => draw(median)).ToArray();
        var ends = current.ToArray();
        for (var slice = 1; slice <= 1_000; slice++)
        {
            var (hits, service) = (0, 0.0);
            for (var user = 0; user < users; user++)
            {
                while (ends[user] <= slice * SliceSeconds)
                {
                    hits++;
                    service += current[user];
                    current[user] = draw(median);
                    ends[user] += current[user];
                }
            }
            warmUp.Add(new Slice(SliceSeconds, hits, service));
            if (warmUp.HasSettled)
            {
                return slice;
            }
        }
        return int.MaxValue;
    }

    private static void Add(
        WarmUp warmUp,
        int slices,
        long hits,
        double service,
        long compiledMethods = 0,
        double seconds = SliceSeconds
    )
    {
        for (var i = 0; i < slices; i++)
        {
            warmUp.Add(new Slice(seconds, hits, hits * service, compiledMethods));
        }
    }
}
