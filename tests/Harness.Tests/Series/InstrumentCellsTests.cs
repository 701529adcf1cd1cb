using System.Globalization;

namespace GatewayBench.Tests.Series;

using Tag = KeyValuePair<string, object?>;

public sealed class InstrumentCellsTests
{
    private readonly SeriesLog _log = new();

    [Fact]
    public void Tags_split_series_in_whatever_order_they_come()
    {
        var cells = Counter("c");
        cells.Find([new("b", 1), new("a", "x")]).Record(1);
        cells.Find([new("a", "x"), new("b", 1)]).Record(2);
        cells.Find([new("a", "y"), new("b", 1)]).Record(4);
        cells.Find([]).Record(8);

        Assert.Equal([("c.rate", 8), ("c{a=x,b=1}.rate", 3), ("c{a=y,b=1}.rate", 4)], Read(cells));
    }

    [Fact]
    public void Tag_sets_beyond_the_limit_are_one()
    {
        var cells = Counter("c");
        for (var i = 0; i < 1_000; i++)
        {
            cells.Find([new("user", i.ToString(CultureInfo.InvariantCulture))]).Record(1);
        }

        var read = Read(cells).ToList();
        Assert.Equal(InstrumentCells.MostSets + 1, read.Count);
        Assert.Contains(("c{user=0}.rate", 1), read);
        Assert.Contains(("c{other}.rate", 1_000 - InstrumentCells.MostSets), read);
    }

    [Theory]
    [InlineData("http.server.request.duration", "http.route", "http.request.method")]
    [InlineData("http_server_request_duration_seconds", "http_route", "http_request_method")]
    public void Of_requests_only_the_route_splits(string name, string route, string method)
    {
        var cells = Counter(name);
        cells.Find([new(method, "GET"), new(route, "/a")]).Record(1);
        cells.Find([new(method, "POST"), new(route, "/a")]).Record(1);
        cells.Find([new(method, "POST"), new(route, "/b")]).Record(1);
        cells.Find([new(method, "POST")]).Record(1);

        Assert.Equal(
            [
                ($"{name}.rate", 1),
                ($"{name}{{{route}=/a}}.rate", 2),
                ($"{name}{{{route}=/b}}.rate", 1),
            ],
            Read(cells)
        );
    }

    [Fact]
    public void Values_of_tags_show_no_secrets_and_no_line_breaks()
    {
        var cells = Counter("c");
        cells.Find([new("a", "one\ntwo"), new("url", "redis://user:hunter2@host/")]).Record(1);

        Assert.Equal(
            ["c{a=one two,url=redis://user:[redacted]@host/}.rate"],
            Read(cells).Select(one => one.Name)
        );
    }

    [Fact]
    public void Two_that_tell_of_what_counts_as_one_are_added_up()
    {
        var cells = new InstrumentCells(
            InstrumentKind.ObservedValue,
            new SeriesName("process", "db.client.connection.count", "")
        );
        cells.Find(Pool("first", "idle")).Record(2);
        cells.Find(Pool("second", "idle")).Record(3);
        cells.Find(Pool("first", "used")).Record(1);

        Assert.Equal(
            [
                ("db.client.connection.count{db.client.connection.state=idle}", 5),
                ("db.client.connection.count{db.client.connection.state=used}", 1),
            ],
            Read(cells)
        );

        static Tag[] Pool(string name, string state) =>
            [new("db.client.connection.pool.name", name), new("db.client.connection.state", state)];
    }

    private static InstrumentCells Counter(string name) =>
        new(InstrumentKind.Counter, new SeriesName("gateway", name, ""));

    private IEnumerable<(string Name, double? Value)> Read(InstrumentCells cells)
    {
        foreach (var cell in cells.All)
        {
            cell.Read(1, _log);
        }
        _log.End(new SeriesSpan(0, 1));
        return _log.Along([Slices.Second(0)]).Select(one => (one.Name, one.Values[0]));
    }
}
