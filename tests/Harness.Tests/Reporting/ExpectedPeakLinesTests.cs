namespace GatewayBench.Tests.Reporting;

public sealed class ExpectedPeakLinesTests
{
    [Theory]
    [InlineData(
        100,
        40,
        41,
        "2.5x the expected peak of 40: 40.0 % headroom is there, twice the peak is there"
    )]
    [InlineData(
        70,
        40,
        75,
        "1.75x the expected peak of 40: 40.0 % headroom is there, twice the peak is missing"
    )]
    [InlineData(
        50,
        40,
        55,
        "1.25x the expected peak of 40: 40.0 % headroom is missing, twice the peak is missing"
    )]
    [InlineData(
        50,
        40,
        null,
        "1.25x the expected peak of 40: 40.0 % headroom was not tried, twice the peak was not tried"
    )]
    public void What_a_search_served_is_set_against_the_peak(
        int held,
        int peak,
        int? failed,
        string expected
    )
    {
        var result = Results.Of(Results.Row("chat")) with
        {
            ExpectedPeak = peak,
            Breakpoint = new(held, failed, []),
        };

        Assert.Equal($"{held} users were served, {expected}", Assert.Single(Of(result)));
    }

    [Fact]
    public void Of_a_row_that_rises_its_sustainable_users_count()
    {
        var row = Results.Row("chat") with
        {
            Capacity = new CapacityEstimate(
                100,
                null,
                null,
                new SustainableRate(410, 60, 20),
                new BreakingPoint(70, 41, 412, "p95<800ms")
            ),
        };
        var result = Results.Of(row) with { ExpectedPeak = 20 };

        Assert.StartsWith(
            "60 users were served, 3x the expected peak of 20",
            Assert.Single(Of(result)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Without_a_peak_or_a_figure_that_may_be_used_nothing_is_said()
    {
        var result = Results.Of(Results.Row("chat")) with { Breakpoint = new(50, 60, []) };

        Assert.Empty(Of(result));
        Assert.Empty(Of(Results.Of(Results.Row("chat")) with { ExpectedPeak = 20 }));
        Assert.Empty(
            Of(
                result with
                {
                    ExpectedPeak = 20,
                    Rows = [Results.Row("chat") with { Invalid = ["steal"] }],
                }
            )
        );
    }

    private static IEnumerable<string> Of(LoadResult result) => ExpectedPeakLines.Of(result);
}
