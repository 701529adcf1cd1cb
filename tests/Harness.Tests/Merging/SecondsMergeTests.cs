using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Merging;

/// <summary>What rows tell beside their hits: two generators, the second of which began 2 s later.</summary>
public sealed class SecondsMergeTests
{
    [Fact]
    public void The_first_of_each_class_is_the_first_of_all_with_who_was_there()
    {
        var row = Merged(
            Row() with
            {
                FirstErrors = [new(Outcome.Timeout, 2.5, 10), new(Outcome.Http5xx, 3, 10)],
                Timeline = [.. Enumerable.Range(0, 5).Select(second => Slice(second, users: 10))],
            },
            Row() with
            {
                FirstErrors = [new(Outcome.Timeout, 0.25, 7), new(Outcome.Http5xx, 1.5, 8)],
                Timeline = [.. Enumerable.Range(0, 5).Select(second => Slice(second, users: 7))],
            }
        );

        Assert.Equal(
            [new FirstError(Outcome.Timeout, 2.25, 17), new FirstError(Outcome.Http5xx, 3, 17)],
            row.FirstErrors
        );
        Assert.Equal(
            [10, 10, 17, 17, 17, 17, 17],
            row.Timeline.Select(slice => slice.Users!.Value)
        );
    }

    [Fact]
    public void The_slowest_are_the_slowest_of_all()
    {
        var row = Merged(
            Row() with
            {
                Slowest = [Slow(1, 900), Slow(2, 500)],
            },
            Row() with
            {
                Slowest = [Slow(3, 700), Slow(4, 600)],
            }
        );

        Assert.Equal(
            [(1.0, 900.0), (5.0, 700.0)],
            row.Slowest.Select(hit => (hit.Second, hit.LatencyMicroseconds))
        );
    }

    [Fact]
    public void Resources_and_providers_add_up_by_second()
    {
        var row = Merged(
            Row() with
            {
                Resources = [.. Enumerable.Range(1, 5).Select(Resource)],
                Provider = [.. Enumerable.Range(1, 5).Select(Provider)],
            },
            Row() with
            {
                Resources = [.. Enumerable.Range(1, 5).Select(Resource)],
                Provider = [.. Enumerable.Range(1, 5).Select(Provider)],
            }
        );

        Assert.Equal([1.0, 2, 3, 4, 5, 6, 7], row.Resources.Select(slice => slice.Second));
        Assert.Equal([1.5, 1.5, 3, 3, 3, 1.5, 1.5], row.Resources.Select(slice => slice.CpuCores));
        Assert.Equal(
            [100L, 100, 200, 200, 200, 100, 100],
            row.Resources.Select(slice => slice.HeapBytes)
        );
        Assert.Equal([6L, 6, 12, 12, 12, 6, 6], row.Provider.Select(slice => slice.Requests));
        Assert.Equal(
            [40.0, 40, null, null, null, 40, 40],
            row.Provider.Select(slice => slice.PlannedDelayMicroseconds)
        );

        static ResourceSlice Resource(int second) =>
            new(second, 1, 1.5, 100, 1_000, 2, 3, 2, 1, 8, 4, 5, 6);

        static ProviderSlice Provider(int second) => new(second, 1, 6, 1, 60, 2, 40, 41);
    }

    private static RowResult Row() => Results.Row("GET /") with { Timeline = [] };

    private static RowResult Merged(RowResult early, RowResult late) =>
        ResultMerge
            .Of([
                new("R1", Results.Of(early)),
                new(
                    "R2",
                    Results.Of(late with { StartedAt = late.StartedAt.AddSeconds(2) }) with
                    {
                        Seed = 2,
                    }
                ),
            ])
            .Rows[0];

    private static TimelineSlice Slice(double from, int users) =>
        new(from, 1, 1, new Dictionary<Outcome, long>(), 1, 1, 1, 1) { Users = users };

    private static SlowHit Slow(double second, double latency) =>
        new(second, null, latency, 1, null, null, null, Outcome.Success, null);
}
