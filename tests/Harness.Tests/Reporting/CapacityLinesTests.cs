namespace GatewayBench.Tests.Reporting;

public sealed class CapacityLinesTests
{
    private static readonly CapacityEstimate Pushed = new(
        120,
        new Knee(38, 35, 41, 380, 10, 0.4),
        new Collapse(90, 84, 95, 420, 210),
        new SustainableRate(410, 60, 20),
        new BreakingPoint(70, 41, 412, "p95<800ms")
    );

    [Fact]
    public void What_was_reached_is_told_in_figures() =>
        Assert.Equal(
            [
                "chat, 32 users: linear up to 38 users (95 %: 35 to 41), 380 OK/s; beyond, a user adds 0.4 OK/s instead of 10",
                "chat, 32 users: collapse from 90 users on (95 %: 84 to 95): 210 OK/s, 420 OK/s at the best",
                "chat, 32 users: breaks with 70 users, 0:41: p95<800ms; 412 OK/s before",
                "chat, 32 users: sustainable: 410 OK/s with 60 users; plan for 246 OK/s, which keeps 40 % headroom, or 205 OK/s if twice as much must fit",
            ],
            Lines(Pushed)
        );

    [Fact]
    public void What_was_not_reached_is_said() =>
        Assert.Equal(
            [
                "chat, 32 users: no knee: throughput grew with the users to the end, 120 users",
                "chat, 32 users: did not break with 120 users, its most",
            ],
            Lines(new CapacityEstimate(120, null, null, null, null))
        );

    /// <summary>A whole that missed an SLO may have done so in any slice.</summary>
    [Fact]
    public void What_only_the_whole_was_judged_by_is_named() =>
        Assert.Equal(
            [
                "chat, 32 users: no knee: throughput grew with the users to the end, 120 users",
                "chat, 32 users: sustainable: unknown, as no slice is known to meet ttft.p95<1s, rps>700",
                "chat, 32 users: judged as a whole, not by slice: goodput(1s)>0.99",
            ],
            Lines(
                new CapacityEstimate(120, null, null, null, null)
                {
                    MetAsAWhole = ["goodput(1s)>0.99"],
                    MissedAsAWhole = ["ttft.p95<1s", "rps>700"],
                }
            )
        );

    [Theory]
    [InlineData(40, null)]
    [InlineData(100, "chat, 32 users: twice the 100 OK/s of the start: fits")]
    [InlineData(300, "chat, 32 users: twice the 300 OK/s of the start: does not fit")]
    public void Twice_the_start_is_told_of_a_start_that_is_a_load(double start, string? line) =>
        Assert.Equal(
            line,
            Lines(Pushed with { Sustainable = new SustainableRate(410, 60, start) })
                .SingleOrDefault(one => one.Contains("of the start", StringComparison.Ordinal))
        );

    [Fact]
    public void It_is_in_every_report_within_a_hundred_columns()
    {
        var result = Results.Of(Results.Row("chat") with { Capacity = Pushed });

        var console = ConsoleReport.Lines(result).ToList();
        Assert.Contains(CapacityLines.Title, console);
        Assert.All(console, line => Assert.True(line.Length <= 100, line));
        Assert.Contains("## " + CapacityLines.Title, MarkdownReport.Lines(result));
        Assert.Contains(
            "linear up to 38 users",
            HtmlReport.Text(result, RunHistory.Of(result, null)),
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> Lines(CapacityEstimate capacity) =>
        CapacityLines.Of([Results.Row("chat") with { Capacity = capacity }]);
}
