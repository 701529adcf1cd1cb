namespace GatewayBench.Tests.Breakdowns;

public sealed class RowWaitsTests
{
    private const string Connection = "http.client.request.time_in_queue{server.address=a}";

    private static readonly TimelineSlice[] Timeline =
    [
        new(0, 1, 90, new Dictionary<Outcome, long> { [Outcome.Timeout] = 10 }, 1, 1, 1, 1),
        new(1, 2, 100, new Dictionary<Outcome, long>(), 1, 1, 1, 1),
        new(3, 1, 100, new Dictionary<Outcome, long>(), 1, 1, 1, 1),
    ];

    [Fact]
    public void All_waiting_is_shared_out_among_the_exchanges_of_the_slices_that_are_known()
    {
        // 50 waits of 20 ms, then 2 x 10 of 100 ms, then nothing is known: 3 s over 200 exchanges.
        var waits = Of(
            Series($"{Connection}.rate", 50, 10, null),
            Series($"{Connection}.mean", 0.02, 0.1, null)
        );

        Assert.Equal(15_000, waits!.ConnectionMicroseconds!.Value, tolerance: 1e-6);
        Assert.Null(waits.StoreMicroseconds);
        Assert.Null(waits.GcPauseShare);
    }

    [Fact]
    public void Nobody_who_waited_is_no_wait_and_a_rate_without_a_mean_is_not_known()
    {
        Assert.Equal(
            0,
            Of(
                Series($"{Connection}.rate", 0, 0, 0),
                Series($"{Connection}.mean", null, 0.1, null)
            )!.ConnectionMicroseconds
        );
        Assert.Equal(0, Of(Series($"{Connection}.rate", 0, 0, 0))!.ConnectionMicroseconds);
        Assert.Null(Of(Series($"{Connection}.rate", 0, 10, 0)));
    }

    [Fact]
    public void A_client_that_is_heard_and_tells_of_no_wait_had_none()
    {
        var waits = Of(Series("http.client.request.duration{server.address=a}.mean", 0.02, 0.1, 1));

        Assert.Equal(0, waits!.ConnectionMicroseconds);
        Assert.Null(waits.StoreMicroseconds);
    }

    [Fact]
    public void Pauses_are_a_share_of_the_time_of_a_gateway_that_is_hosted_here()
    {
        ResourceSlice[] resources =
        [
            new(1, 1, 1, 1, 1, 30, 0, 0, 0, 1, 0, 0, 1),
            new(4, 3, 1, 1, 1, 90, 0, 0, 0, 1, 0, 0, 1),
        ];

        Assert.Equal(0.03, RowWaits.Of(Timeline, [], resources)!.GcPauseShare);
        Assert.Null(RowWaits.Of(Timeline, [], []));
    }

    [Fact]
    public void Of_a_gateway_elsewhere_pauses_are_what_its_page_tells()
    {
        var waits = Of(Series("dotnet_gc_pause_time_seconds_total.rate", 0.01, 0.04, null));

        Assert.Equal(0.03, waits!.GcPauseShare!.Value, tolerance: 1e-12);
    }

    private static RowWaits? Of(params WatchedSeries[] series) => RowWaits.Of(Timeline, series, []);

    private static WatchedSeries Series(string name, params double?[] values) =>
        new(name, "s", "gateway", values);
}
