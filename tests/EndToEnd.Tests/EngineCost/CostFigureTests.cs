using GatewayBench.EngineCost;

namespace GatewayBench.EndToEnd;

public sealed class CostFigureTests
{
    [Theory]
    [InlineData(400.0, true)]
    [InlineData(400.1, false)]
    [InlineData(null, false)]
    public void A_figure_is_met_up_to_its_limit_and_never_when_it_is_not_known(
        double? value,
        bool met
    ) => Assert.Equal(met, CostFigure.AtMost("lag", value, 400, Show.Microseconds).IsMet);

    [Theory]
    [InlineData(0.98, false)]
    [InlineData(0.99, true)]
    [InlineData(1.01, true)]
    [InlineData(1.02, false)]
    [InlineData(null, false)]
    public void A_figure_between_two_limits_may_be_on_neither_side_of_them(
        double? value,
        bool met
    ) => Assert.Equal(met, CostFigure.Within("achieved", value, 0.99, 1.01, Show.Ratio).IsMet);

    [Fact]
    public void A_figure_without_a_limit_is_neither_met_nor_missed()
    {
        var figure = CostFigure.Reported("heap", 1_500_000, Show.Megabytes);

        Assert.Equal(new CostFigure("heap", "1.50 MB", "", null), figure);
        Assert.Equal("", figure.Verdict);
    }

    [Fact]
    public void The_table_shows_what_is_allowed_and_doubts_follow_it_once_each()
    {
        string[] late = ["poisson 500/s: late"];
        CostFigure[] figures =
        [
            CostFigure.AtMost("lag p50", 50, 100, Show.Microseconds) with
            {
                Invalid = late,
            },
            CostFigure.AtMost("lag p99", null, 400, Show.Microseconds) with
            {
                Invalid = late,
            },
        ];

        Assert.Equal(
            [
                "| figure  | measured |        allowed |        |",
                "|---------|---------:|---------------:|-------:|",
                "| lag p50 |    50 us | at most 100 us |    met |",
                "| lag p99 |        - | at most 400 us | MISSED |",
                "",
                "- INVALID: poisson 500/s: late",
            ],
            CostReport.Of(figures).Skip(2)
        );
    }
}
