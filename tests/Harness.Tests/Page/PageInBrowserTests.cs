namespace GatewayBench.Tests.Page;

/// <summary>The page as people see it: in a real browser, or skipped without one.</summary>
public sealed class PageInBrowserTests
{
    private const int Phone = 375;
    private const int Desk = 1280;

    [Theory]
    [InlineData(Desk, "light")]
    [InlineData(Desk, "dark")]
    [InlineData(Phone, "light")]
    [InlineData(Phone, "dark")]
    public async Task Everything_is_drawn_labelled_and_within_the_window(int width, string scheme)
    {
        var seen = await Browser.OpenAsync(PageResults.HalfAnHour, width, scheme);

        Assert.Empty(seen.Problems);
        Assert.Single(seen.Requests);
        Assert.Empty(seen.Wide);
        Assert.Empty(seen.Violations);
        // The rules did look: of a page without content few have anything to judge.
        Assert.True(seen.RulesPassed > 20, $"{seen.RulesPassed} rules");
        Assert.Equal(
            [
                "Latency of successes",
                "Rate of successes",
                "Latency of successes",
                "Failures",
                "In flight",
                "Processor",
                "Memory",
                "Garbage collection",
                "Locks",
                "Thread pool",
                "Provider's requests",
                "With the provider",
                "Provider's delays",
                "Rate by requests in flight",
            ],
            seen.Charts.Select(chart => chart.Title)
        );
        Assert.All(seen.Charts, AssertDrawn);
        Assert.True(seen.FontPixels >= 12, $"{seen.FontPixels} px");
    }

    [Fact]
    public async Task The_dark_page_is_dark_and_the_light_one_light()
    {
        var light = await Browser.OpenAsync(PageResults.Grid, scheme: "light");
        var dark = await Browser.OpenAsync(PageResults.Grid, scheme: "dark");

        Assert.Equal("rgb(255, 255, 255)", light.Background);
        Assert.Equal("rgb(20, 23, 27)", dark.Background);
        Assert.NotEqual(light.Charts[0].Lines[0].Stroke, dark.Charts[0].Lines[0].Stroke);
        Assert.Empty(light.Violations);
        Assert.Empty(dark.Violations);
    }

    [Fact]
    public async Task Lines_differ_without_colour_and_rows_are_told_apart()
    {
        var seen = await Browser.OpenAsync(PageResults.Grid, Phone);

        var percentiles = seen.Charts[0];
        Assert.Equal(["1", "2", "3", "4 \u2717"], percentiles.Labels);
        Assert.Equal(4, percentiles.Lines.Select(line => line.Dashes).Distinct().Count());
        Assert.Contains(seen.Charts, chart => chart.Title == "Rate by users");
        Assert.Contains(seen.Charts, chart => chart.Title == "p99 by users");
        Assert.Empty(seen.Wide);
        Assert.All(seen.Charts, AssertDrawn);
        Assert.Contains("INVALID", seen.Text, StringComparison.Ordinal);
        Assert.Contains("steal: 4.0 %", seen.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Desk)]
    [InlineData(Phone)]
    public async Task Hostile_names_are_text_and_nothing_else(int width)
    {
        var result = HostileResult.Result;

        var seen = await Browser.OpenAsync(result, width);

        Assert.Empty(seen.Problems);
        Assert.Single(seen.Requests);
        Assert.Equal(0, seen.ForeignElements);
        Assert.Empty(seen.Wide);
        Assert.Empty(seen.Violations);
        Assert.Contains(HostileResult.Script, seen.Text, StringComparison.Ordinal);
        Assert.Contains(HostileResult.Unicode, seen.Text, StringComparison.Ordinal);
        Assert.Contains(HostileResult.Quotes, seen.Text, StringComparison.Ordinal);
        Assert.All(seen.Charts, AssertDrawn);
    }

    [Fact]
    public async Task A_run_that_measured_nothing_has_a_page_too()
    {
        var nothing = Reporting.Results.Of() with { Name = "Nothing", Partial = true };

        var seen = await Browser.OpenAsync(nothing);

        Assert.Empty(seen.Problems);
        Assert.Empty(seen.Violations);
        Assert.Empty(seen.Charts);
        Assert.Contains("NOTHING MEASURED", seen.Text, StringComparison.Ordinal);
        Assert.Contains("PARTIAL", seen.Text, StringComparison.Ordinal);
    }

    internal static void AssertDrawn(SeenChart chart)
    {
        Assert.True(chart.Width > 200 && chart.Height > 100, chart.Title);
        Assert.All(
            chart.Lines,
            line => Assert.True(line.Width > 1 || chart.Markers > 0, chart.Title)
        );
        Assert.All(
            chart.Lines,
            line => Assert.StartsWith("rgb", line.Stroke, StringComparison.Ordinal)
        );
        Assert.Equal(chart.Lines.Count, chart.Labels.Count);
        Assert.InRange(chart.YTicks, 2, 20);
        Assert.InRange(chart.XTicks, 2, 20);
        Assert.Equal((chart.Title, 0), (chart.Title, chart.TextsOutside));
        Assert.Equal((chart.Title, 0), (chart.Title, chart.LabelsOverlapping));
        Assert.InRange(chart.TableLines, 1, 60);
        Assert.StartsWith("Lines of ", chart.Description, StringComparison.Ordinal);
        Assert.StartsWith(chart.Title, chart.Caption, StringComparison.Ordinal);
    }
}
