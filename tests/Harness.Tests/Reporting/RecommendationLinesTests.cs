namespace GatewayBench.Tests.Reporting;

public sealed class RecommendationLinesTests
{
    private static readonly CapacityEstimate Untouched = new(60, null, null, null, null);

    private static readonly CapacityEstimate Broken = new(
        60,
        null,
        new Collapse(52, 50, 56, 400, 150),
        new SustainableRate(300, 30, 10),
        new BreakingPoint(40, 39, 390, "p95<1s")
    );

    [Fact]
    public void What_is_to_be_done_stands_with_what_speaks_for_it() =>
        Assert.Equal(
            [
                "chat, 32 users: store pool gave way first: raise the pool",
                "chat, 32 users: plan for at most 180 OK/s, as 300 OK/s were served with all SLOs met",
                "chat, 32 users: turn away who comes from 52 users on, as more get less done",
            ],
            Lines(Row(Broken, [Suspect]))
        );

    [Fact]
    public void What_was_not_watched_is_to_be_if_nothing_else_explains_what_was_missed() =>
        Assert.Contains(
            "chat, 32 users: watch cache memory, as nothing that was watched explains what was missed",
            Lines(Row(Broken, []))
        );

    [Fact]
    public void A_healthy_row_is_told_how_far_it_was_tried() =>
        Assert.Equal(
            ["chat, 32 users: try more than 60 users, as no limit was reached"],
            Lines(Row(Untouched, []))
        );

    [Fact]
    public void No_rate_is_planned_with_that_no_slice_is_known_to_serve() =>
        Assert.Equal(
            [
                "chat, 32 users: search for the breakpoint before a rate is planned, as its steps are judged by ttft.p95<1s, which no slice here is known to meet",
            ],
            Lines(Row(Untouched with { MissedAsAWhole = ["ttft.p95<1s"] }, []))
        );

    [Fact]
    public void Nothing_is_planned_with_figures_that_must_not_be_used() =>
        Assert.Equal(
            [
                "chat, 32 users: store pool gave way first: raise the pool",
                "chat, 32 users: measure again before anything is planned, as the row is INVALID",
            ],
            Lines(Row(Broken, [Suspect]) with { Invalid = ["too noisy"] })
        );

    [Fact]
    public void A_search_recommends_by_what_all_of_its_steps_say()
    {
        var step = Results.Row("chat") with { Slos = [], Invalid = [] };
        var search = Results.Of(step) with { Breakpoint = new(30, 40, []) { Capacity = Broken } };

        Assert.Contains(
            "all steps: plan for at most 180 OK/s, as 300 OK/s were served with all SLOs met",
            RecommendationLines.Of(search)
        );
        Assert.Equal(
            "all steps: measure again before anything is planned, as a step is INVALID",
            RecommendationLines
                .Of(search with { Rows = [step with { Invalid = ["too noisy"] }] })
                .Last()
        );
    }

    [Theory]
    [InlineData(StepVerdict.Held, true)]
    [InlineData(StepVerdict.Unknown, false)]
    [InlineData(StepVerdict.Missed, false)]
    public void A_search_that_could_not_tell_has_reached_no_end(StepVerdict last, bool isOver)
    {
        var search = Results.Of(Results.Row("chat") with { Slos = [], Invalid = [] }) with
        {
            Breakpoint = new(60, null, [new(0, 60, last, null)]) { Capacity = Untouched },
        };

        Assert.Equal(
            isOver,
            RecommendationLines
                .Of(search)
                .Contains("all steps: try more than 60 users, as no limit was reached")
        );
        Assert.Equal(
            isOver,
            CapacityLines
                .OfSteps(search.Breakpoint)
                .Contains("all steps: did not break with 60 users, its most")
        );
    }

    [Fact]
    public void Nothing_is_recommended_without_evidence() =>
        Assert.Empty(Lines(Results.Row("chat") with { Slos = [], Invalid = [] }));

    [Fact]
    public void They_are_in_every_report_within_a_hundred_columns()
    {
        var result = Results.Of(Row(Broken, [Suspect]));

        var console = ConsoleReport.Lines(result).ToList();
        Assert.Contains(RecommendationLines.Title, console);
        Assert.All(console, line => Assert.True(line.Length <= 100, line));
        Assert.Contains("## " + RecommendationLines.Title, MarkdownReport.Lines(result));
        Assert.Contains(
            "store pool gave way first: raise the pool",
            HtmlReport.Text(result, RunHistory.Of(result, null)),
            StringComparison.Ordinal
        );
    }

    private static Suspect Suspect { get; } =
        new(
            "store_pool",
            "store pool",
            "wait.p99",
            38,
            39,
            0.001,
            0.412,
            0.1,
            "it hurts",
            "too few",
            "raise the pool"
        );

    private static RowResult Row(CapacityEstimate capacity, IReadOnlyList<Suspect> suspects) =>
        Results.Row("chat") with
        {
            Invalid = [],
            Capacity = capacity,
            Diagnosis = new Diagnosis(
                suspects,
                [
                    new ClassicLimit("store_pool", "store pool", true, null, null),
                    new ClassicLimit("cache_memory", "cache memory", false, null, null),
                ]
            ),
        };

    private static IReadOnlyList<string> Lines(RowResult row) =>
        [.. RecommendationLines.Of(Results.Of(row))];
}
