namespace GatewayBench.Tests.Page;

public sealed class ChartLabelsTests
{
    [Fact]
    public void Labels_with_room_stand_where_they_belong() =>
        Assert.Equal([0.9, 0.1, 0.5], ChartLabels.Spread([0.9, 0.1, 0.5], gap: 0.2));

    [Theory]
    [InlineData(0.5)]
    [InlineData(0)]
    [InlineData(1)]
    public void Labels_at_one_place_are_pushed_apart_and_stay_within(double place)
    {
        var places = ChartLabels.Spread([place, place, place, place], gap: 0.1);

        Assert.All(places, at => Assert.InRange(at, -1e-9, 1 + 1e-9));
        var sorted = places.Order().ToList();
        Assert.All(
            sorted.Zip(sorted.Skip(1)),
            pair => Assert.True(pair.Second - pair.First > 0.0999)
        );
    }

    [Fact]
    public void Labels_of_lines_that_end_elsewhere_stay_where_they_belong()
    {
        var places = ChartLabels.Places(
            [new(0.5, 0.4), new(1, 0.4), new(0.97, 0.4), new(0.2, 0.4)],
            gap: 0.1
        );

        Assert.Equal((0.4, 0.4), (places[0], places[3]));
        Assert.True(Math.Abs(places[1] - places[2]) > 0.0999);
    }

    [Fact]
    public void More_than_fit_are_as_far_apart_as_the_room_allows()
    {
        var places = ChartLabels.Spread([.. Enumerable.Repeat(0.3, 11)], gap: 0.5);

        Assert.Equal(0, places.Min(), precision: 9);
        Assert.Equal(1, places.Max(), precision: 9);
    }
}
