namespace GatewayBench.Tests.Reporting;

public sealed class DiagnosisLinesTests
{
    private static readonly ClassicLimit[] Classics =
    [
        new("store_pool", "store pool", true, 12, 47) { IsFelt = true },
        new("provider_limit", "provider rate limit", true, null, null),
        new("cache_memory", "cache memory", false, null, null),
    ];

    [Fact]
    public void What_broke_first_stands_with_its_evidence_its_effect_and_the_next_step()
    {
        var diagnosis = new Diagnosis(
            [Suspect("store pool", 72), Suspect("retry storm", 80)],
            Classics
        );

        Assert.Equal(
            [
                "chat, 32 users: store pool with 47 users, 1:12: wait.p99 0.412, normal 0.001, limit 0.1; it hurts",
                "chat, 32 users: usual cause: too few",
                "chat, 32 users: next step: more",
                "chat, 32 users: then retry storm with 47 users, 1:20: wait.p99 0.412, normal 0.001, limit 0.1; it hurts",
                "chat, 32 users: usual cause: too few",
                "chat, 32 users: next step: more",
                "chat, 32 users: reached: store pool with 47 users",
                "chat, 32 users: not reached: provider rate limit",
                "chat, 32 users: not watched: cache memory",
            ],
            Lines(diagnosis)
        );
    }

    [Fact]
    public void Of_an_open_load_it_is_told_how_many_were_in_flight()
    {
        var row = Results.Row("chat") with
        {
            Users = null,
            Load = "50/s",
            Diagnosis = new Diagnosis([Suspect("store pool", 72)], Classics),
        };

        var lines = DiagnosisLines.Of([row]).ToList();

        Assert.Contains(
            ": store pool with 47 in flight, 1:12: ",
            lines[0],
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            ": reached: store pool with 47 in flight",
            lines[3],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_healthy_row_has_no_suspect_and_tells_what_nobody_watched() =>
        Assert.Equal(
            [
                "chat, 32 users: no suspect",
                "chat, 32 users: not reached: provider rate limit",
                "chat, 32 users: not watched: cache memory",
            ],
            Lines(new Diagnosis([], Classics[1..]))
        );

    [Fact]
    public void Rows_that_are_too_short_are_no_all_clear()
    {
        var slice = new TimelineSlice(0, 1, 9, new Dictionary<Outcome, long>(), 1, 1, 1, 1);
        var row = Results.Row("chat") with
        {
            Timeline = [.. Enumerable.Repeat(slice, Diagnostician.LeastSlices - 1)],
        };

        Assert.Equal(
            "2 of 2 rows not diagnosed: too short, a diagnosis takes 8 slices of the timeline or more",
            Assert.Single(DiagnosisLines.Of([row, row]))
        );
        Assert.Empty(DiagnosisLines.Of([row with { Timeline = [.. row.Timeline, slice] }]));
    }

    [Fact]
    public void A_limit_that_nobody_felt_is_told_as_such() =>
        Assert.Equal(
            [
                "chat, 32 users: no suspect",
                "chat, 32 users: reached, and not felt: store pool with 47 users",
            ],
            Lines(new Diagnosis([], [Classics[0] with { IsFelt = false }]))
        );

    [Fact]
    public void It_is_in_every_report_within_a_hundred_columns()
    {
        var result = Results.Of(
            Results.Row("chat") with
            {
                Diagnosis = new Diagnosis([Suspect("store pool", 72)], Classics),
            }
        );

        var console = ConsoleReport.Lines(result).ToList();
        Assert.Contains(DiagnosisLines.Title, console);
        Assert.All(console, line => Assert.True(line.Length <= 100, line));
        Assert.Contains("## " + DiagnosisLines.Title, MarkdownReport.Lines(result));
        Assert.Contains(
            "store pool with 47 users",
            HtmlReport.Text(result, RunHistory.Of(result, null)),
            StringComparison.Ordinal
        );
    }

    private static Suspect Suspect(string title, double second) =>
        new(
            "name",
            title,
            "wait.p99",
            second,
            47,
            0.001,
            0.412,
            0.1,
            "it hurts",
            "too few",
            "more"
        );

    private static IEnumerable<string> Lines(Diagnosis? diagnosis) =>
        DiagnosisLines.Of([Results.Row("chat") with { Diagnosis = diagnosis }]);
}
