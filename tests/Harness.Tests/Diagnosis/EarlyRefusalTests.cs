namespace GatewayBench.Tests.Diagnoses;

/// <summary>Refusals that begin while the normal is still being taken are no noise of it.</summary>
public sealed class EarlyRefusalTests
{
    /// <summary>Of the ten slices that say what is normal, half are refused.</summary>
    private const int From = 5;

    [Fact]
    public void A_gateway_that_soon_refuses_is_named_from_the_first_on()
    {
        var row = Failing();
        row = row with
        {
            Series =
            [
                .. row.Series,
                new WatchedSeries(
                    "gateway.limits.refusals{limit=concurrency}.rate",
                    "",
                    SeriesSource.Gateway,
                    [.. row.Timeline.Select((slice, i) => (double?)(Share(i) * 100))]
                ),
            ],
        };

        Assert.Equal(("gateway_limiter", (double)From), First(row));
    }

    [Fact]
    public void So_is_a_provider_that_does()
    {
        var row = Failing();
        row = row with
        {
            Provider =
            [
                .. row.Provider.Select(
                    (slice, i) => slice with { Requests = 100, RateLimited = (int)(Share(i) * 100) }
                ),
            ],
        };

        Assert.Equal(("provider_limit", (double)From), First(row));
    }

    private static double Share(int slice) =>
        slice < From ? 0
        : slice == From ? 0.6
        : 0.95;

    private static RowResult Failing() =>
        Rows.Healthy with
        {
            Timeline =
            [
                .. Rows.Healthy.Timeline.Select(
                    (slice, i) =>
                        slice with
                        {
                            Successes = 100 - (long)(Share(i) * 100),
                            Errors = new Dictionary<Outcome, long>
                            {
                                [Outcome.RateLimited] = (long)(Share(i) * 100),
                            },
                        }
                ),
            ],
        };

    private static (string, double) First(RowResult row)
    {
        var first = Diagnostician.Of(row, Rows.Facts)!.Suspects[0];
        return (first.Name, first.Second);
    }
}
