namespace GatewayBench.Tests.Diagnoses;

/// <summary>A counter is made when it first counts: until then nobody tells of it.</summary>
public sealed class LateCounterTests
{
    [Fact]
    public void Misses_that_nobody_told_of_before_were_none()
    {
        var row = Rows
            .Healthy.Slower()
            .With("gateway.cache.requests{result=hit}.rate", 95, 20)
            .With("gateway.cache.requests{result=miss}.rate", null, 80);

        Assert.Equal(("thundering_herd", 20.0), First(row));
    }

    [Fact]
    public void Refusals_of_the_gateway_that_nobody_told_of_before_were_none()
    {
        var row = Rows.Healthy.Slower().With("gateway.limits.refusals{limit=rate}.rate", null, 30);

        Assert.Equal(("gateway_limiter", 20.0), First(row));
        Assert.Equal(0, Diagnose(row).Suspects[0].Normal);
    }

    [Fact]
    public void Attempts_tell_of_rate_limits_and_time_outs_where_nobody_asks_the_provider()
    {
        var row = Rows.Healthy.Slower() with { Provider = [] };
        row = row.With("gateway.provider.attempts{outcome=ok}.rate", 100, 60);

        Assert.Equal(
            ("provider_limit", 20.0),
            First(row.With("gateway.provider.attempts{outcome=rate_limited}.rate", null, 40))
        );
        Assert.Equal(
            ("timeouts", 20.0),
            First(row.With("gateway.provider.attempts{outcome=provider_timeout}.rate", null, 40))
        );
    }

    [Fact]
    public void Limits_that_were_never_met_are_watched_all_the_same()
    {
        var row = Rows.Healthy with { Provider = [], Series = [] };
        row = row.With("gateway.provider.attempts{outcome=ok}.rate", 100, 100)
            .With("gateway.cache.entries", 50, 90);

        Assert.Equal(
            ["provider_limit", "cache_memory"],
            Diagnose(row)
                .Classics.Where(one => one is { IsWatched: true, Second: null })
                .Select(one => one.Name)
                .Intersect(["provider_limit", "cache_memory"])
        );
    }

    private static (string, double) First(RowResult row)
    {
        var first = Diagnose(row).Suspects[0];
        return (first.Name, first.Second);
    }

    private static Diagnosis Diagnose(RowResult row) => Diagnostician.Of(row, Rows.Facts)!;
}
