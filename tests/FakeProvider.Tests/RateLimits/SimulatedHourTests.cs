using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

public sealed class SimulatedHourTests
{
    private static readonly TimeSpan _hour = TimeSpan.FromHours(1);

    private static readonly Dictionary<string, RateLimitOptions> _limits = new()
    {
        ["requests"] = new() { RequestsPerMinute = 97 },
        ["tokens"] = new() { TokensPerMinute = 90_007 },
        ["input"] = new() { InputTokensPerMinute = 44_999 },
        ["output"] = new() { OutputTokensPerMinute = 50_021 },
        ["one a minute"] = new() { RequestsPerMinute = 1 },
        ["all rates"] = new()
        {
            RequestsPerMinute = 83,
            TokensPerMinute = 83_003,
            InputTokensPerMinute = 41_011,
            OutputTokensPerMinute = 43_003,
        },
        ["request quota"] = new() { RequestQuota = 1_234 },
        ["token quota"] = new() { TokenQuota = 2_000_003 },
        ["quotas and rates"] = new()
        {
            RequestsPerMinute = 97,
            TokensPerMinute = 90_007,
            RequestQuota = 3_001,
            TokenQuota = 3_000_017,
        },
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var limits in _limits.Keys)
            {
                foreach (var arrivals in new[] { "steady", "bursts", "random", "to the tick" })
                {
                    cases.Add(limits, arrivals);
                }
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_request_of_an_hour_gets_what_the_arithmetic_says(
        string limits,
        string arrivals
    )
    {
        var options = _limits[limits];
        var clock = new ManualTimeProvider();
        var limiter = new RateLimiter(options, clock);
        ScheduledLimits[] model = [new(options), new(options)];
        var random = new Random(7);
        var counts = new Dictionary<string, int>();
        var (key, demand) = Next(random);

        for (var at = TimeSpan.Zero; at < _hour; )
        {
            var actual = limiter.Admit((ulong)key, demand).Refusal;

            var expected = model[key].Admit(at, demand);
            AssertSame(expected, actual, options, $"at {at}, key {key}");
            Count(actual);
            var comesAgain = arrivals == "to the tick" && expected > 0;
            var gap = comesAgain
                ? TimeSpan.FromTicks(expected!.Value - random.Next(2))
                : Gap(arrivals, random);
            (key, demand) = comesAgain ? (key, demand) : Next(random);
            clock.Advance(gap);
            at += gap;
        }

        Assert.True(counts["admitted"] > 50, $"{counts["admitted"]} admitted");
        Assert.True(counts["refused"] > 50, $"{counts["refused"]} refused");

        void Count(RateLimitRefusal? refusal)
        {
            var kind = refusal is null ? "admitted" : "refused";
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
        }
    }

    private static (int Key, RateLimitDemand Demand) Next(Random random)
    {
        // Some are larger than any limit.
        var input = random.Next(100) == 0 ? 1_000_000 : random.Next(3_000);
        return (random.Next(2), new RateLimitDemand(input, random.Next(1, 3_000)));
    }

    private static void AssertSame(
        long? expectedWait,
        RateLimitRefusal? actual,
        RateLimitOptions options,
        string where
    )
    {
        Assert.True(expectedWait == 0 == actual is null, $"{where}: {expectedWait}, {actual}");
        if (actual is null)
        {
            return;
        }
        Assert.True(expectedWait is null == actual.IsFinal, $"{where}: {expectedWait}, {actual}");
        if (expectedWait is { } exact)
        {
            // The hint counts what is partly back as used: by less than one item's time too long.
            var slack = TimeSpan.TicksPerMinute / (options.PerMinute(actual.Unit) ?? 1) + 1;
            Assert.InRange(actual.RetryAfter!.Value.Ticks, exact, exact + slack);
        }
    }

    private static TimeSpan Gap(string arrivals, Random random) =>
        arrivals switch
        {
            "steady" => TimeSpan.FromMilliseconds(150),
            "bursts" => TimeSpan.FromSeconds(random.Next(50) == 0 ? 13 : 0),
            _ => TimeSpan.FromSeconds(-0.15 * Math.Log(1 - random.NextDouble())),
        };
}
