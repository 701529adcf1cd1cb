namespace GatewayBench.Tests.Overhead;

public sealed class OverheadRowTests
{
    private static readonly OverheadTrust Same = new(
        400,
        400,
        1e6,
        1e6,
        100,
        new HostActivity(0, 0, 0, 0, 0)
    );

    [Fact]
    public void Of_pairs_tells_both_kinds_of_figures_of_each_time()
    {
        var row = OverheadRow.Of("chat", [.. Pairs(400, added: 3)], Same, seed: 42);

        Assert.Empty(row.Invalid);
        Assert.Equal((400, 2, 2), (row.Pairs, row.LeastCalls, row.MostCalls));
        Assert.Equal(
            ["last byte", "per call", "TTFT", "per token"],
            row.Series.Select(series => series.Name)
        );
        // 3 ms more in all, of which 1 ms before the first of 11 tokens and 2 ms until the last.
        Assert.Equal([3_000, 1_500, 1_000, 200], row.Series.Select(Median));
        Assert.All(
            row.Series.SelectMany(series => series.Differences),
            one => Assert.Equal(one.Gateway - one.Direct, one.Microseconds)
        );

        static double Median(OverheadSeries series) =>
            Math.Round(series.Deltas.Single(one => one.Percentile == 50).Microseconds!.Value);
    }

    [Fact]
    public void Of_too_few_pairs_tells_no_percentile_that_they_do_not_have()
    {
        var row = OverheadRow.Of("chat", [.. Pairs(100, added: 3)], Same, seed: 42);

        Assert.All(
            row.Series,
            series =>
            {
                Assert.Equal(
                    [true, true, false],
                    series.Deltas.Select(one => one.Microseconds is not null)
                );
                Assert.Equal(
                    [true, true, false],
                    series.Differences.Select(one => one.Microseconds is not null)
                );
            }
        );
    }

    [Fact]
    public void Of_pairs_that_are_left_out_is_invalid_beyond_one_in_a_hundred()
    {
        OverheadPair[] pairs = [.. Pairs(400, added: 3)];
        OverheadPair[] some = [.. pairs.Select((pair, i) => i < 4 ? Failed(pair) : pair)];
        OverheadPair[] many = [.. pairs.Select((pair, i) => i < 5 ? Failed(pair) : pair)];

        Assert.Empty(OverheadRow.Of("chat", some, Same, 42).Invalid);
        var row = OverheadRow.Of("chat", many, Same, 42);
        Assert.Equal(["pairs: 5 of 400 say nothing, at most 1.0 %"], row.Invalid);
        Assert.Equal((395, 5), (row.Pairs, row.LeftOut["gateway: timeout"]));

        static OverheadPair Failed(OverheadPair pair) => pair with { LeftOut = "gateway: timeout" };
    }

    [Fact]
    public void Of_providers_that_drew_other_delays_is_invalid()
    {
        OverheadPair[] pairs = [.. Pairs(400, added: 3)];

        var calls = OverheadRow.Of("chat", pairs, Same with { DirectCalls = 399 }, 42);
        var delays = OverheadRow.Of(
            "chat",
            pairs,
            Same with
            {
                DirectPlannedMicroseconds = 1.1e6,
            },
            42
        );

        Assert.StartsWith("delays: ", Assert.Single(calls.Invalid), StringComparison.Ordinal);
        Assert.StartsWith("delays: ", Assert.Single(delays.Invalid), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "no call: ")]
    [InlineData(1, "identity: ")]
    public void A_row_that_nothing_is_known_of_is_refused_by_what_is_missing(
        long strangers,
        string gate
    )
    {
        var row = OverheadRow.Refused("chat", OverheadGates.NoIdentity(strangers));

        Assert.StartsWith(gate, Assert.Single(row.Invalid), StringComparison.Ordinal);
        Assert.Empty(row.Series);
    }

    [Fact]
    public void Obstacle_names_calls_side_by_side_and_refused_ones()
    {
        var clock = TimeProvider.System;
        var done = new ArmTimes(Outcome.Success, TimeSpan.FromMilliseconds(5), null, null, 0);
        var second = clock.TimestampFrequency;
        var (first, next) = (Call(0, second), Call(second / 2, second));

        Assert.Equal(
            "its calls were side by side",
            OverheadPair.Obstacle(done, [first, next], clock)
        );
        Assert.Null(OverheadPair.Obstacle(done, [first, Call(second, 2 * second)], clock));
        Assert.Equal(
            "the provider refused a call of it",
            OverheadPair.Obstacle(done, [Call(0, second, status: 429)], clock)
        );
        Assert.Equal("the provider saw no call of it", OverheadPair.Obstacle(done, [], clock));

        static TapedCall Call(long came, long left, int status = 200)
        {
            var call = new TapedCall("POST", "/v1/chat/completions", [], [], came);
            call.Leave(left, status);
            return call;
        }
    }

    [Fact]
    public void The_schema_is_the_committed_one() =>
        Reporting.CommittedSchema.Require(typeof(OverheadResult), OverheadFile.Options, "overhead");

    private static IEnumerable<OverheadPair> Pairs(int count, double added) =>
        from i in Enumerable.Range(0, count)
        // The provider's tail, which is in both.
        let provider = 10 + 100 * SplitMix64.UniformAt(1, (ulong)i)
        select new OverheadPair(
            2,
            Times(provider + added, provider + 1 - 10, provider + added - 10),
            Times(provider, provider - 10, provider - 10),
            LeftOut: null
        );

    private static ArmTimes Times(double whole, double first, double last) =>
        new(
            Outcome.Success,
            TimeSpan.FromMilliseconds(whole),
            TimeSpan.FromMilliseconds(first),
            TimeSpan.FromMilliseconds(last),
            Pieces: 11
        );
}
