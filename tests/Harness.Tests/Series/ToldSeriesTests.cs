using GatewayBench.Support;

namespace GatewayBench.Tests.Series;

public sealed class ToldSeriesTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly List<ToldSlice> _told = [];
    private readonly Scripted _source = new();

    [Fact]
    public void A_series_is_named_once_and_values_come_in_the_order_of_the_names()
    {
        Tell([("one", 1)], [("two", 2), ("one", 3)], [("two", 4)]);

        Assert.Equal(
            [
                ["one"],
                ["two"],
                [],
            ],
            _told.Select(s => s.New.Select(name => name.Text))
        );
        Assert.Equal(
            [
                [1.0],
                [3, 2],
                [null, 4],
            ],
            _told.Select(slice => slice.Values)
        );
        Assert.Equal([1.0, 2, 3], _told.Select(slice => slice.Resources.Second));
    }

    [Fact]
    public void What_was_told_lies_along_the_timeline_and_ends_where_the_teller_did()
    {
        Tell([("one", 1)], [("two", 2), ("one", 3)]);
        var told = new ToldSeries(() => 7);
        _told.ForEach(told.Hear);

        var series = told.Along([Slices.Second(0), Slices.Second(1), Slices.Second(2)]);

        Assert.Equal(["one", "two"], series.Select(one => one.Name));
        Assert.Equal([1, 3, null], series[0].Values);
        Assert.Equal([null, 2, null], series[1].Values);
        Assert.Equal([(1, 7), (2, 7)], told.Resources.Select(s => (s.Second, s.InFlight)));
    }

    private void Tell(params (string Name, double Value)[][] seconds)
    {
        var probe = new TellingProbe(_clock, [_source], _told.Add);
        probe.Begin(_clock.GetTimestamp());
        foreach (var values in seconds)
        {
            _source.Next = values;
            _clock.Advance(TimeSpan.FromSeconds(1));
            probe.Take();
        }
    }

    private sealed class Scripted : ISeriesSource
    {
        public (string Name, double Value)[] Next { get; set; } = [];

        public void Begin() { }

        public void Read(double seconds, SeriesLog log)
        {
            foreach (var (name, value) in Next)
            {
                log.Add(new SeriesName(SeriesSource.Gateway, name, ""), value);
            }
        }
    }
}
