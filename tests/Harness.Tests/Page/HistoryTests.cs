using GatewayBench.Tests.Baselines;

namespace GatewayBench.Tests.Page;

/// <summary>What the page shows of other runs on the same machine.</summary>
public sealed class HistoryTests : IDisposable
{
    private const string Heading = "From run to run";

    private readonly BaselineStore _store = new(
        Directory.CreateTempSubdirectory("gatewaybench").FullName
    );

    public void Dispose() => Directory.Delete(_store.Folder, recursive: true);

    [Fact]
    public void Each_row_has_its_runs_by_time_and_this_one_is_marked()
    {
        _store.Store(Runs.Recorded(Runs.Of(1_000, day: 2), Runs.Of(1_100, day: 4)));
        var result = Runs.Of(900, day: 3, Runs.NewCommit);

        var series = Assert.Single(RunHistory.Of(result, _store).Rows);

        Assert.Equal([1_000.0, 900, 1_100], series.Points.Select(point => point.Rate));
        var charts = HistoryChart.Of(series, result.StartedAt).ToList();
        Assert.Equal(["Rate by run", "p99 by run"], charts.Select(chart => chart.Title));
        Assert.All(charts, chart => Assert.Equal([new ChartMark(1, "this run")], chart.Marks));
        Assert.Equal(
            [
                "2026-01-02 1111111 1,000",
                "2026-01-03, this run 2222222 900",
                "2026-01-04 1111111 1,100",
            ],
            charts[0].Table.Lines.Select(line => string.Join(' ', line))
        );
    }

    [Fact]
    public void A_run_that_is_a_baseline_already_is_not_there_twice()
    {
        var result = Runs.Of(900, day: 3);
        _store.Store(Runs.Recorded(Runs.Of(1_000), result));

        var series = Assert.Single(RunHistory.Of(result, _store).Rows);

        Assert.Equal([1_000.0, 900], series.Points.Select(point => point.Rate));
    }

    public static TheoryData<string, Func<LoadResult, LoadResult>> Others =>
        new()
        {
            { "this run alone", result => result },
            {
                "another machine",
                result => result with { Machine = result.Machine with { Cores = 2 } }
            },
            { "another load", result => result.With(row => row with { Load = "33 users" }) },
            {
                "other conditions",
                result => result.With(row => row with { Transport = "inmemory" })
            },
            {
                "an INVALID row",
                result => result.With(row => row with { Invalid = ["steal: 9 %"] })
            },
        };

    [Theory]
    [MemberData(nameof(Others), DisableDiscoveryEnumeration = true)]
    public void Without_other_runs_that_may_be_compared_there_is_nothing(
        string why,
        Func<LoadResult, LoadResult> change
    )
    {
        var result = Runs.Of(900, day: 3);
        _store.Store(Runs.Recorded(why == "this run alone" ? result : Runs.Of(1_000)));

        var page = PageResults.Page(change(result), _store);

        Assert.DoesNotContain(Heading, page, StringComparison.Ordinal);
        if (why != "this run alone")
        {
            Assert.Contains(Heading, PageResults.Page(result, _store), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Without_a_folder_of_baselines_there_is_nothing()
    {
        var nowhere = new BaselineStore(Path.Combine(_store.Folder, "nowhere"));

        Assert.DoesNotContain(
            Heading,
            PageResults.Page(Runs.Of(900), nowhere),
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(nowhere.Folder));
    }

    [Fact]
    public void Baselines_that_can_not_be_read_are_told_on_the_page()
    {
        File.WriteAllText(Path.Combine(_store.Folder, "cut.json"), "{");

        var page = PageResults.Page(Runs.Of(900), _store);

        Assert.Contains("Baselines can't be read: <bdi>", page, StringComparison.Ordinal);
        Assert.Contains("cut.json holds no baselines", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(20, 0)]
    [InlineData(80, 49)]
    public void Of_many_runs_the_newest_are_drawn_and_always_this_one(int day, int mark)
    {
        var first = Runs.Of(1_000, day: 1);
        _store.Store(
            Runs.Recorded([
                .. Enumerable
                    .Range(0, 90)
                    .Select(i => first with { StartedAt = first.StartedAt.AddDays(i) }),
            ])
        );
        var result = first with { StartedAt = first.StartedAt.AddDays(day - 1).AddHours(1) };

        var series = Assert.Single(RunHistory.Of(result, _store).Rows);
        var chart = HistoryChart.Of(series, result.StartedAt).First();

        Assert.Equal(60, chart.Lines[0].Points.Count);
        Assert.Equal(60, chart.Table.Lines.Count);
        Assert.Equal(mark, chart.Marks[0].X);
    }

    [Fact]
    public void Few_samples_have_no_p99_and_no_chart_of_it()
    {
        var few = Runs.Of(1_000)
            .With(row => row with { Latency = Reporting.Results.Row("x", successes: 10).Latency });
        _store.Store(Runs.Recorded(few));
        var result = few with { StartedAt = few.StartedAt.AddDays(1) };

        var charts = HistoryChart.Of(
            Assert.Single(RunHistory.Of(result, _store).Rows),
            result.StartedAt
        );

        Assert.Equal("Rate by run", Assert.Single(charts).Title);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(375)]
    public async Task The_charts_are_drawn_and_labelled(int width)
    {
        _store.Store(
            Runs.Recorded([
                .. Enumerable.Range(1, 12).Select(day => Runs.Of(1_000 + 20 * day, day)),
                Runs.Of(800, day: 14, commit: null),
            ])
        );
        var result = Runs.Of(900, day: 13, Runs.NewCommit) with { Name = "history" };

        var seen = await Browser.OpenAsync(result, width, baselines: _store);

        Assert.Empty(seen.Problems);
        Assert.Empty(seen.Violations);
        Assert.Empty(seen.Wide);
        var charts = seen
            .Charts.Where(chart => chart.Title.EndsWith("by run", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(2, charts.Count);
        Assert.All(charts, PageInBrowserTests.AssertDrawn);
        Assert.Contains("this run", seen.Text, StringComparison.Ordinal);
    }
}
