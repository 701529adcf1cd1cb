namespace GatewayBench.Tests.Reporting;

public sealed class SloReportTests
{
    private static readonly RowResult Judged = Results.Row("GET /") with
    {
        Slos =
        [
            new("p95<3s", 2_050_000, SloUnit.Microseconds, Met: true, null),
            new("errors<1%", 0.095, SloUnit.Share, Met: false, null),
            new("rps>1000", 1_234.5, SloUnit.PerSecond, Met: true, null),
            new("tokens>10", 12, SloUnit.Number, Met: true, null),
        ],
    };

    private static readonly string[] Block =
    [
        "p95<3s     2.05 s   PASS",
        "errors<1%  9.5 %    FAIL",
        "rps>1000   1,235/s  PASS",
        "tokens>10  12       PASS",
    ];

    [Fact]
    public void The_console_shows_each_with_its_figure_and_the_heading_how_many_were_met()
    {
        var lines = ConsoleReport.Lines(Results.Of(Judged)).ToList();

        Assert.Contains("VALID, 3 of 4 SLOs met", lines);
        var title = lines.IndexOf("SLO");
        Assert.Equal(Block.Select(line => $"  {line}"), lines.Skip(title + 1).Take(4));
    }

    [Fact]
    public void Markdown_keeps_the_columns()
    {
        var lines = MarkdownReport.Lines(Results.Of(Judged)).ToList();

        var title = lines.IndexOf("## SLO");
        Assert.Equal(["", "~~~~~~~~text", .. Block, "~~~~~~~~"], lines.Skip(title + 1).Take(7));
    }

    [Fact]
    public void Without_any_there_is_no_section() =>
        Assert.DoesNotContain("SLO", ConsoleReport.Lines(Results.Of(Results.Row("GET /"))));

    [Fact]
    public void They_are_stored_by_name_and_come_back()
    {
        var json = ResultFile.Serialize(Results.Of(Judged));

        Assert.Contains(
            "\"unit\": \"us\"",
            System.Text.Encoding.UTF8.GetString(json),
            StringComparison.Ordinal
        );
        Assert.Equal(Judged.Slos, ResultFile.Deserialize(json).Rows[0].Slos);
    }
}
