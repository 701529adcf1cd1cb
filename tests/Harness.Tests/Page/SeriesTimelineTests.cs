namespace GatewayBench.Tests.Page;

public sealed class SeriesTimelineTests
{
    private static readonly RowResult Row = PageResults.HalfAnHour.Rows[0];

    [Fact]
    public void Telling_series_are_drawn_by_what_tells_them_apart()
    {
        var charts = Charts(
            Of("http.client.open_connections{http.connection.state=idle}", 1),
            Of("http.client.open_connections{http.connection.state=active}", 2),
            Of("http.client.request.time_in_queue{server.address=a}.p50", 3),
            Of("http.client.request.time_in_queue{server.address=a}.p99", 4),
            Of("dotnet.exceptions.rate", 5),
            Of("http.server.request.duration{http.route=/api/chat}.p50", 7),
            Of("http.server.request.duration{http.route=/api/chat}.p99", 8),
            Of("gateway.store.size", 9),
            Of("somebody.elses", 6)
        );

        Assert.Equal(
            [
                ("Latency by endpoint", "http.route=/api/chat"),
                ("Wait for an outgoing connection", "server.address=a"),
                (
                    "Outgoing connections",
                    "http.connection.state=active, http.connection.state=idle"
                ),
                ("Size of the store", "size"),
                ("Exceptions", "exceptions"),
            ],
            charts.Select(chart =>
                (chart.Title, string.Join(", ", chart.Lines.Select(line => line.Label)))
            )
        );
    }

    [Fact]
    public void Of_many_the_highest_are_drawn()
    {
        var chart = Assert.Single(
            Charts([
                .. Enumerable
                    .Range(1, 20)
                    .Select(i => Of($"dotnet.exceptions{{error.type=E{i}}}.rate", i)),
            ])
        );

        Assert.Equal(
            ["error.type=E17", "error.type=E18", "error.type=E19", "error.type=E20"],
            chart.Lines.Select(line => line.Label)
        );
    }

    [Fact]
    public void Without_series_there_are_no_charts() => Assert.Empty(Charts());

    private static WatchedSeries Of(string name, double value) =>
        new(
            name,
            "",
            "process",
            [.. Row.Timeline.Select((_, i) => i == 3 ? null : (double?)value)]
        );

    private static List<Chart> Charts(params WatchedSeries[] series) =>
        [.. SeriesTimeline.Of(Row with { Series = series }, ChartAxis.Seconds(1_800))];
}
