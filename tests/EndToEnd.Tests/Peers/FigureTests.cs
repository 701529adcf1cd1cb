using GatewayBench.Peers;

namespace GatewayBench.EndToEnd;

public sealed class FigureTests
{
    [Fact]
    public void A_figure_is_the_median_of_rates_the_median_of_ratios_and_the_worst_fairness()
    {
        var figures = Figure.Of([
            .. Round(1, wrk: 100, ours: 300, fairness: 0.9),
            .. Round(2, wrk: 10, ours: 50, fairness: 0.7),
            .. Round(3, wrk: 200, ours: 200, fairness: 1),
        ]);

        Assert.Equal(
            [
                new Figure(App.Bare.Title, 32, "wrk -t2", 100, 1, null),
                new Figure(App.Bare.Title, 32, "inmemory", 200, 3, 0.7),
            ],
            figures
        );
    }

    [Fact]
    public void The_median_of_an_even_number_of_rounds_lies_between_the_middle_two()
    {
        var figures = Figure.Of([
            .. Round(1, wrk: 100, ours: 100, fairness: 1),
            .. Round(2, wrk: 100, ours: 300, fairness: 1),
        ]);

        Assert.Equal(200, figures[1].Rate);
        Assert.Equal(2, figures[1].Ratio);
    }

    [Fact]
    public void Without_the_yardstick_there_is_no_ratio() =>
        Assert.Null(Assert.Single(Figure.Of([Ours(1, 100, 1)])).Ratio);

    [Fact]
    public void A_round_whose_fairness_is_not_known_leaves_it_unknown() =>
        Assert.Null(Assert.Single(Figure.Of([Ours(1, 100, 1), Ours(2, 100, null)])).Fairness);

    [Theory]
    [InlineData(2.5, 0.8, true)]
    [InlineData(2.49, 1.0, false)]
    [InlineData(9.0, 0.79, false)]
    [InlineData(9.0, null, false)]
    [InlineData(null, 1.0, null)]
    public void A_stated_ratio_is_met_by_a_fair_figure_alone(
        double? ratio,
        double? fairness,
        bool? met
    )
    {
        var goal = new Goal("inmemory", 32, 2.5);

        Assert.Equal(met, goal.IsMet([InMemory(App.Bare, 32, ratio, fairness)]));
    }

    [Fact]
    public void A_stated_ratio_is_that_of_the_bare_app_and_its_number_of_users()
    {
        var goal = new Goal("inmemory", 32, 2.5);

        Assert.Null(goal.IsMet([InMemory(App.Gateway, 32, 9, 1), InMemory(App.Bare, 256, 9, 1)]));
    }

    private static Figure InMemory(App app, int users, double? ratio, double? fairness) =>
        new(app.Title, users, "inmemory", 1000, ratio, fairness);

    private static Sample[] Round(int round, double wrk, double ours, double fairness) =>
        [new(App.Bare.Title, 32, round, Wrk.Yardstick, wrk), Ours(round, ours, fairness)];

    private static Sample Ours(int round, double rate, double? fairness) =>
        new(App.Bare.Title, 32, round, "inmemory", rate) { Fairness = fairness };
}
