using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Capacity;

public sealed class CapacityEstimatorTests
{
    private static readonly Slo[] Slos = [Slo.Parse("p95<800ms")];

    [Fact]
    public void A_knee_is_found_with_the_linear_region_below_it()
    {
        var knee = Of(Ramp(60, users => 10 * Math.Min(users, 30)))!.Knee!;

        Assert.InRange(knee.Users, 29, 31);
        Assert.InRange(knee.LeastUsers, 27, knee.Users);
        Assert.InRange(knee.MostUsers, knee.Users, 33);
        Assert.InRange(knee.Rate, 290, 310);
        Assert.InRange(knee.RatePerUser, 9.5, 10.5);
        Assert.InRange(knee.RatePerUserBeyond, -0.5, 0.5);
    }

    [Fact]
    public void Throughput_that_grows_to_the_end_has_no_knee()
    {
        var capacity = Of(Ramp(60, users => 10 * users))!;

        Assert.Null(capacity.Knee);
        Assert.Null(capacity.Collapse);
        Assert.Null(capacity.Break);
        Assert.Equal(60, capacity.MostUsers);
    }

    /// <summary>Whose squares are nothing but what was rounded.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(77)]
    public void A_line_without_a_stray_has_no_knee(double each) =>
        Assert.Null(Of(Ramp(60, users => each * users, noise: 0))!.Knee);

    [Fact]
    public void A_bend_that_leaves_most_of_the_slope_is_no_knee() =>
        Assert.Null(
            Of(Ramp(60, users => 10 * Math.Min(users, 30) + 8 * Math.Max(users - 30, 0)))!.Knee
        );

    /// <summary>
    /// An interval of 95 % holds the truth about that often, and less where slices are like the ones
    /// before them. Where they are very much so, two lines are often not told from a wave.
    /// </summary>
    [Theory]
    [InlineData(0, 300, 0.92)]
    [InlineData(0.5, 270, 0.88)]
    [InlineData(0.8, 150, 0.80)]
    public void The_interval_holds_the_knee_nearly_as_often_as_it_says(
        double alike,
        int leastFound,
        double leastHeld
    )
    {
        var knees = Enumerable
            .Range(0, 300)
            .Select(seed =>
                Of(
                    Ramp(
                        60,
                        users => 10 * Math.Min(users, 30),
                        seed: (ulong)seed,
                        noise: 0.15,
                        alike: alike
                    )
                )!.Knee
            )
            .OfType<Knee>()
            .ToList();

        var held = knees.Count(knee => knee.LeastUsers <= 30 && knee.MostUsers >= 30);
        Assert.InRange(knees.Count, leastFound, 300);
        Assert.InRange(held, leastHeld * knees.Count, knees.Count);
    }

    /// <summary>The knee may lie between two of them, beyond all but the last, or before the first.</summary>
    [Theory]
    [InlineData(30, 10, 20, 40, 80)]
    [InlineData(50, 10, 20, 40, 80)]
    [InlineData(50, 10, 100)]
    [InlineData(50, 100, 130, 160, 190, 220)]
    public void The_interval_is_no_narrower_than_the_stages_allow(int at, params int[] stages)
    {
        int UsersOf(int second) => stages[(second - 1) * stages.Length / 60];
        var row = Ramp(60, second => 10 * Math.Min(UsersOf(second), at));

        var knee = Of(
            row with
            {
                Timeline =
                [
                    .. row.Timeline.Select(slice =>
                        slice with
                        {
                            Users = UsersOf(slice.Users!.Value),
                        }
                    ),
                ],
            }
        )!.Knee!;

        Assert.InRange(at, knee.LeastUsers, knee.MostUsers);
        Assert.All(
            [knee.LeastUsers, knee.MostUsers],
            end => Assert.True(end is 0 || stages.Contains((int)end), $"{end}")
        );
    }

    [Fact]
    public void More_users_that_get_less_done_are_a_collapse()
    {
        var capacity = Of(Ramp(60, users => users <= 40 ? 10 * users : 150))!;

        Assert.InRange(capacity.Collapse!.Users, 41, 42);
        Assert.InRange(capacity.Collapse.Peak, 380, 420);
        Assert.InRange(capacity.Collapse.Rate, 140, 160);
        Assert.InRange(capacity.Collapse.LeastUsers, 35, 37);
        Assert.InRange(capacity.Collapse.MostUsers, 45, 46);
    }

    /// <summary>From 40 users on each takes 10 away, so that 80 % of the best are passed at 48.</summary>
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.15)]
    public void The_interval_of_a_collapse_holds_it_as_often_as_it_says(double noise)
    {
        var found = Enumerable
            .Range(0, 300)
            .Select(seed =>
                Of(
                    Ramp(
                        70,
                        users => 10 * Math.Min(users, 40) - 10 * Math.Max(users - 40, 0),
                        seed: (ulong)seed,
                        noise: noise
                    )
                )!.Collapse!
            )
            .ToList();

        Assert.InRange(
            found.Count(one => one.LeastUsers <= 48 && one.MostUsers >= 48),
            0.95 * found.Count,
            found.Count
        );
        Assert.All(found, one => Assert.InRange(one.Users, one.LeastUsers, one.MostUsers));
    }

    [Fact]
    public void Less_in_the_last_slices_may_be_chance_and_is_no_collapse_yet()
    {
        Assert.Null(Of(Ramp(44, users => users <= 40 ? 400 : 150))!.Collapse);
        Assert.NotNull(Of(Ramp(45, users => users <= 40 ? 400 : 150))!.Collapse);
    }

    [Fact]
    public void A_collapse_may_lie_before_all_that_was_tried()
    {
        var collapse = Of(Ramp(60, users => users <= 3 ? 400 : 150))!.Collapse!;

        Assert.Equal(0, collapse.LeastUsers);
        Assert.InRange(collapse.MostUsers, 8, 9);
    }

    [Fact]
    public void What_was_served_before_an_SLO_was_missed_for_good_is_sustainable()
    {
        var capacity = Of(
            Ramp(60, users => 10 * users, p95: users => users <= 45 ? 100_000 : 900_000)
        )!;

        Assert.Equal("p95<800ms", capacity.Break!.Reason);
        Assert.Equal(46, capacity.Break.Users);
        Assert.InRange(capacity.Sustainable!.Rate, 430, 460);
        Assert.InRange(capacity.Sustainable.Users, 43, 45);
        Assert.Equal(0.6 * capacity.Sustainable.Rate, capacity.PlannedRate);
        Assert.True(capacity.TwiceStartFits);
    }

    [Fact]
    public void One_slice_that_misses_is_an_accident()
    {
        var capacity = Of(
            Ramp(60, users => 10 * users, p95: users => users == 45 ? 900_000 : 100_000)
        )!;

        Assert.Null(capacity.Break);
        Assert.InRange(capacity.Sustainable!.Users, 58, 60);
    }

    [Fact]
    public void Failures_break_it_without_any_SLO()
    {
        var row = Ramp(60, users => 10 * users);
        var broken = row with
        {
            Timeline =
            [
                .. row.Timeline.Select(slice =>
                    slice.Users <= 20
                        ? slice
                        : slice with
                        {
                            Errors = new Dictionary<Outcome, long> { [Outcome.Http5xx] = 100 },
                        }
                ),
            ],
        };

        var capacity = CapacityEstimator.Of(broken, [])!;

        Assert.Equal((21, "errors over 5 %"), (capacity.Break!.Users, capacity.Break.Reason));
        // What fails as it is expected to does not.
        Assert.Null(CapacityEstimator.Of(broken with { Expected = [Outcome.Http5xx] }, [])!.Break);
    }

    /// <summary>One failure of ten is over 5 % and 1 %, and may well be chance; two slices in a row of them too.</summary>
    [Fact]
    public void A_few_failures_of_few_requests_break_nothing()
    {
        var row = Ramp(60, _ => 10);
        var unlucky = row with
        {
            Timeline =
            [
                .. row.Timeline.Select(slice =>
                    slice with
                    {
                        Errors = new Dictionary<Outcome, long> { [Outcome.Http5xx] = 1 },
                    }
                ),
            ],
        };

        Assert.Null(CapacityEstimator.Of(unlucky, [Slo.Parse("errors<5%")])!.Break);
    }

    [Fact]
    public void A_p95_of_few_is_that_of_the_slowest_and_breaks_nothing()
    {
        Assert.Null(Of(Ramp(60, _ => 19, p95: _ => 900_000, noise: 0))!.Break);
        Assert.NotNull(Of(Ramp(60, _ => 20, p95: _ => 900_000, noise: 0))!.Break);
    }

    /// <summary>Ten a second throughout, give or take half: the best three seconds have up to 14.</summary>
    [Fact]
    public void What_is_sustainable_is_not_what_luck_made_of_three_slices()
    {
        var sustainable = Of(Ramp(60, _ => 10, noise: 0.5))!.Sustainable!;

        Assert.InRange(sustainable.Rate, 9.5, 11);
        Assert.Equal(60, sustainable.MostUsers);
    }

    [Fact]
    public void A_row_that_broke_before_twice_its_start_says_so()
    {
        var capacity = Of(
            Ramp(60, users => 100 + users, p95: users => users <= 30 ? 100_000 : 900_000)
        )!;

        Assert.False(capacity.TwiceStartFits);
    }

    /// <summary>Slices of 200 successes have no p99.9, and of fewer than 100 no p99 either.</summary>
    [Theory]
    [InlineData("goodput(800ms)>0.99", 10)]
    [InlineData("p99.9<2s", 10)]
    [InlineData("p99<2s", 1)]
    [InlineData("p95<800ms of POST /api/chat", 10)]
    [InlineData("p95<800ms in peak", 10)]
    [InlineData("errors<1% in peak", 10)]
    public void What_slices_have_no_figure_for_is_known_of_the_whole_only(string slo, int each)
    {
        var met = AsAWhole(each, (slo, true))!;
        var missed = AsAWhole(each, (slo, true), ("ttft.p95<1s", false))!;

        Assert.Equal([slo], met.MetAsAWhole);
        Assert.Empty(met.MissedAsAWhole);
        Assert.NotNull(met.PlannedRate);
        Assert.Equal([slo], missed.MetAsAWhole);
        Assert.Equal(["ttft.p95<1s"], missed.MissedAsAWhole);
        Assert.Null(missed.Sustainable);
        Assert.Null(missed.PlannedRate);
    }

    [Theory]
    [InlineData("p95<800ms")]
    [InlineData("p99<2s")]
    [InlineData("errors<1%")]
    [InlineData("rate_limited<1%")]
    public void What_slices_are_judged_by_is_not_judged_again(string slo)
    {
        var capacity = AsAWhole(10, (slo, false))!;

        Assert.Empty(capacity.MetAsAWhole);
        Assert.Empty(capacity.MissedAsAWhole);
        Assert.NotNull(capacity.Sustainable);
    }

    /// <summary>Of a ramp up to 600 a second the whole has half of that.</summary>
    [Theory]
    [InlineData("rps>500", true)]
    [InlineData("rps>700", false)]
    public void Throughput_is_asked_of_the_best_stretch(string slo, bool isServed)
    {
        var capacity = AsAWhole(10, (slo, false))!;

        Assert.Equal(isServed, capacity.Sustainable is not null);
        Assert.Equal(isServed ? [] : [slo], capacity.MissedAsAWhole);
    }

    [Fact]
    public void An_SLO_of_another_row_is_no_matter_of_this_one()
    {
        var capacity = CapacityEstimator.Of(
            Ramp(60, users => 10 * users),
            [Slo.Parse("p95<800ms of health")]
        )!;

        Assert.Empty(capacity.MetAsAWhole);
        Assert.NotNull(capacity.Sustainable);
    }

    [Fact]
    public void Users_who_stay_say_nothing_of_capacity()
    {
        var row = Ramp(60, users => 10 * users);
        var steady = row with
        {
            Timeline = [.. row.Timeline.Select(slice => slice with { Users = 30 })],
        };

        Assert.Null(Of(steady));
        Assert.Null(Of(Ramp(8, users => 10 * users)));
    }

    [Fact]
    public void What_is_done_once_users_leave_does_not_count()
    {
        var row = Ramp(60, users => 10 * users);
        var leaving = row.Timeline.Select(slice => slice with { Users = 5, Successes = 5_000 });

        Assert.Equivalent(
            Of(row),
            Of(row with { Timeline = [.. row.Timeline, .. leaving] }),
            strict: true
        );
    }

    /// <param name="each">What a user gets done in a slice.</param>
    /// <param name="slos">Each, and whether the row met it.</param>
    private static CapacityEstimate? AsAWhole(int each, params (string Slo, bool Met)[] slos) =>
        CapacityEstimator.Of(
            Ramp(60, users => each * users) with
            {
                Slos =
                [
                    .. slos.Select(slo => new SloResult(
                        slo.Slo,
                        1,
                        SloUnit.Share,
                        slo.Met,
                        Reason: null
                    )),
                ],
            },
            [.. slos.Select(slo => Slo.Parse(slo.Slo))]
        );

    private static CapacityEstimate? Of(RowResult row) => CapacityEstimator.Of(row, Slos);

    /// <summary>A slice a second, one user more in each.</summary>
    private static RowResult Ramp(
        int most,
        Func<int, double> rate,
        Func<int, double>? p95 = null,
        ulong seed = 1,
        double noise = 0.02,
        double alike = 0
    )
    {
        var strays = Strays(most, seed, alike);
        return Results.Row("chat") with
        {
            Timeline =
            [
                .. Enumerable
                    .Range(1, most)
                    .Select(users =>
                    {
                        var stray = 1 + noise * strays[users - 1];
                        var latency = p95?.Invoke(users) ?? 100_000;
                        return new TimelineSlice(
                            users - 1,
                            1,
                            (long)Math.Round(stray * rate(users)),
                            new Dictionary<Outcome, long>(),
                            users,
                            latency / 2,
                            2 * latency,
                            3 * latency
                        )
                        {
                            Users = users,
                            P95 = latency,
                        };
                    }),
            ],
        };
    }

    /// <summary>As far from 0 as uniform ones from -1 to 1 whatever their autocorrelation.</summary>
    private static double[] Strays(int count, ulong seed, double alike)
    {
        var strays = new double[count];
        for (var i = 0; i < count; i++)
        {
            var fresh = 2 * SplitMix64.UniformAt(seed, (ulong)i + 1) - 1;
            strays[i] =
                i == 0 ? fresh : alike * strays[i - 1] + Math.Sqrt(1 - alike * alike) * fresh;
        }
        return strays;
    }
}
