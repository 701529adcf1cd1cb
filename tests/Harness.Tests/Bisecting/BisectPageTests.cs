using System.Text.Json;

namespace GatewayBench.Tests.Bisecting;

public sealed class BisectPageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_report_names_the_culprit_its_day_its_files_and_its_size()
    {
        var record = await FoundAsync();

        var text = string.Join('\n', ConsoleReport.Lines(BisectPage.Of(record)));

        Assert.Contains("CULPRIT: 0000000 1970-02-11 Change 41", text, StringComparison.Ordinal);
        Assert.Contains("src/App.cs", text, StringComparison.Ordinal);
        Assert.Matches(
            @"OK/s -\d\d\.\d % \(-\d\d\.\d % to -\d\d\.\d %, 10 pairs\): regressed",
            text
        );
        Assert.Contains("Alloc/req +25.0 %", text, StringComparison.Ordinal);
        Assert.Contains("64 commits; a step may err once in 600", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, TextWrap.Columns));
    }

    [Fact]
    public void The_stored_form_is_documented() =>
        Reporting.CommittedSchema.Require(typeof(BisectRecord), BisectFile.Options, "bisect");

    [Fact]
    public async Task What_a_commit_says_can_not_act_on_a_terminal_or_a_page()
    {
        var record = await FoundAsync();
        record = record with
        {
            Suspects =
            [
                record.Culprit! with
                {
                    Subject = "<script>\u001b[2J\u202e\nhello",
                    Files = ["a\u001b]0;x", "<img>"],
                },
            ],
        };

        var console = string.Join('\n', ConsoleReport.Lines(BisectPage.Of(record)));
        var markdown = string.Join('\n', MarkdownReport.Lines(BisectPage.Of(record)));

        Assert.DoesNotContain('\u001b', console + markdown);
        Assert.DoesNotContain('\u202e', console + markdown);
        Assert.DoesNotContain("<script>", markdown, StringComparison.Ordinal);
        Assert.Contains("hello", console, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_stored_can_be_read_again()
    {
        var record = await FoundAsync();

        BisectFile.Write(_folder, record);

        var json = await File.ReadAllTextAsync(
            Path.Combine(_folder, "bisect.json"),
            TestContext.Current.CancellationToken
        );
        var read = JsonSerializer.Deserialize<BisectRecord>(json, BisectFile.Options)!;
        Assert.Equal(record.Culprit!.Id, read.Culprit!.Id);
        Assert.Equal(record.Steps.Count, read.Steps.Count);
        Assert.Contains("\"mark\": \"bad\"", json, StringComparison.Ordinal);
        Assert.Contains("\"schemaVersion\": 1", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_plots_each_candidate_and_escapes_what_commits_say()
    {
        var record = await FoundAsync();
        record = record with
        {
            Suspects = [record.Culprit! with { Subject = "<script>alert(1)</script>" }],
        };

        var page = BisectHtml.Text(record);

        Assert.Contains("CULPRIT: 0000000 1970-02-11 &lt;script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        // As many markers as candidates.
        Assert.Equal(
            record.Steps.Count(step => step.Effects.Count > 0),
            page.Split("<circle").Length - 1
        );
        Assert.Contains(">limit</text>", page, StringComparison.Ordinal);
        Assert.Null(BisectChart.Of(record with { Steps = [record.Steps[0]] }));
    }

    private static Task<BisectRecord> FoundAsync()
    {
        var history = SimulatedCommit.History(culprit: 41);
        return Searches.RunAsync(history, Searches.Meter(history, 0.01, 1));
    }
}
