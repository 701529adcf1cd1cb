namespace GatewayBench.Tests.Sweeps;

public sealed class SweepGridTests
{
    [Fact]
    public void Each_value_of_one_setting_meets_each_of_the_other()
    {
        var points = SweepGrid.Points([new("a", ["1", "2"]), new("b", ["x", "y", "z"])]);

        Assert.Equal(
            ["a=1, b=x", "a=1, b=y", "a=1, b=z", "a=2, b=x", "a=2, b=y", "a=2, b=z"],
            points.Select(point => point.Title)
        );
    }

    [Fact]
    public void A_round_has_each_point_once_and_each_round_an_order_of_its_own()
    {
        int[][] orders = [.. Enumerable.Range(0, 4).Select(round => SweepGrid.Order(42, round, 6))];

        Assert.All(orders, order => Assert.Equal([0, 1, 2, 3, 4, 5], order.Order()));
        Assert.Equal(4, orders.Select(order => string.Join(' ', order)).Distinct().Count());
        Assert.Equal(orders[2], SweepGrid.Order(42, 2, 6));
    }

    [Fact]
    public void What_is_left_is_what_has_not_been_measured_in_the_order_that_was_drawn()
    {
        var sweep = Sweep.Of((_, round) => Sweep.Figures(round));
        var begun = sweep with
        {
            Runs = [.. sweep.Runs.Where(run => run.Round == 0 || run is { Round: 1, Point: 2 })],
        };

        Assert.Empty(sweep.Left);
        Assert.Equal(
            [
                .. SweepGrid.Order(42, 1, 3).Where(point => point != 2).Select(point => (1, point)),
                .. SweepGrid.Order(42, 2, 3).Select(point => (2, point)),
            ],
            begun.Left
        );
    }
}
