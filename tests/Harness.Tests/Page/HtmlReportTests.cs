using System.Diagnostics;
using System.Text;
using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Page;

public sealed class HtmlReportTests
{
    private const int Megabyte = 1_000_000;

    [Fact]
    public void Half_an_hour_of_seconds_is_small_and_its_one_bad_second_is_seen()
    {
        var page = PageResults.Page(PageResults.HalfAnHour);

        Assert.InRange(Encoding.UTF8.GetByteCount(page), 1, Megabyte);
        // The 99th percentile of second 900, in the table, where neighbours are joined by the highest.
        Assert.Contains("<td>9.70 s</td>", page, StringComparison.Ordinal);
        Assert.Contains("1,800 points", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_takes_little_processor_time()
    {
        var result = PageResults.HalfAnHour;
        PageResults.Page(result);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;

        PageResults.Page(result);

        process.Refresh();
        // Of the processor, as others may use it too. The promise is two seconds.
        Assert.True(process.TotalProcessorTime - before < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Nothing_is_loaded_and_nothing_may_be()
    {
        var page = PageResults.Page(PageResults.Grid);

        Assert.Contains(
            "content=\"default-src &#39;none&#39;; style-src &#39;sha256-",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("http://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_older_result_does_not_have_is_left_out_or_said()
    {
        var page = PageResults.Page(Results.Of(Results.Row("GET /health")));

        Assert.Contains("Resources were not recorded.", page, StringComparison.Ordinal);
        Assert.Contains("The command was not recorded", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Slowest exchanges", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Provider&#39;s", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"slos\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_slowest_exchanges_show_where_their_time_went()
    {
        var page = PageResults.Page(PageResults.HalfAnHour);

        Assert.Contains(
            "<td>9.00 s</td><td>1.00 s</td><td>500 ms</td><td>7.50 s</td>",
            page,
            StringComparison.Ordinal
        );
        // A ninth of 9 s, then half a second, then the rest.
        Assert.Contains("class=\"wait\" x=\"0%\" width=\"11.11%\"", page, StringComparison.Ordinal);
        Assert.Contains(
            "class=\"gateway\" x=\"11.11%\" width=\"5.56%\"",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("<td>not recorded</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_must_not_be_used_are_marked_and_left_out_of_comparisons()
    {
        var page = PageResults.Page(PageResults.Grid);
        var charts = page[page.IndexOf("id=\"users-1\"", StringComparison.Ordinal)..];

        Assert.Contains(
            "1 of 4 rows: their figures must not be used",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<strong class=\"bad\">INVALID</strong></li>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "GET /health",
            charts[..charts.IndexOf("</figure>", StringComparison.Ordinal)],
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "POST /api/chat",
            charts[..charts.IndexOf("</figure>", StringComparison.Ordinal)],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Parts_streams_and_service_time_are_shown_of_the_rows_that_have_them()
    {
        var first = PageResults.Ramp("stream", seconds: 5, nanoseconds: 80_000_000).Latency;
        var mix = Results.Row("a mix") with
        {
            Parts =
            [
                Results.Part("POST /login", 80) with
                {
                    Streams = new StreamResult(first, first, 80, 80, 4_000, 4_000, 4_000),
                },
                Results.Part(new string('n', 50) + "<b>", 70, Results.Part("token", 40)),
            ],
            Open = new OpenResult(100, 100, 0, first, 5, null),
        };

        var page = PageResults.Page(Results.Of(mix));
        var plain = PageResults.Page(Results.Of(Results.Row("GET /health")));

        Assert.Contains(
            "<bdi>" + new string('n', 50) + "&lt;b&gt;</bdi>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("\u2003\u2003<bdi>token</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("Service time, from the send", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\">TTFT p50</th>", page, StringComparison.Ordinal);
        Assert.Contains($"<td>{Units.Time(first.TimeAt(50))}</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<h4>Figures</h4>", plain, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_expected_stands_ahead_of_the_figures_and_once()
    {
        var page = PageResults.Page(
            Results.Of(Results.Row("GET /health")) with
            {
                Hypothesis = "it holds",
            }
        );

        var at = page.IndexOf("hypothesis: it holds", StringComparison.Ordinal);
        Assert.InRange(at, 0, page.IndexOf("id=\"summary\"", StringComparison.Ordinal));
        Assert.Equal(at, page.LastIndexOf("hypothesis: it holds", StringComparison.Ordinal));
    }

    [Fact]
    public void A_scrap_of_a_slice_at_the_end_is_no_rate()
    {
        var row = PageResults.Ramp("GET /health", seconds: 5);
        var scrap = row.Timeline[^1] with { From = 5, Seconds = 0.001, Successes = 7_777 };

        var page = PageResults.Page(Results.Of(row with { Timeline = [.. row.Timeline, scrap] }));

        Assert.DoesNotContain("7,777,000", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_failure_of_a_class_has_its_second_and_its_users()
    {
        var page = PageResults.Page(PageResults.HalfAnHour);

        Assert.Contains(
            "<strong>rate_limited</strong> 600, first at 20:00 at 90 users",
            page,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Slos_say_pass_fail_or_invalid()
    {
        SloResult Slo(string expression, bool met) =>
            new(expression, 450_000, SloUnit.Microseconds, met, null);
        var row = Results.Row("GET /health") with
        {
            Slos = [Slo("p50<1s", true), Slo("p99<1ms", false)],
        };
        var invalid = row with { Invalid = ["steal"] };

        var page = PageResults.Page(Results.Of(row));

        Assert.Contains("1 of 2 SLOs met", page, StringComparison.Ordinal);
        Assert.Contains("<code>p50&lt;1s</code>", page, StringComparison.Ordinal);
        Assert.Contains("PASS", page, StringComparison.Ordinal);
        Assert.Contains("FAIL", page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "PASS",
            PageResults.Page(Results.Of(invalid)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Allocations_that_are_not_known_are_a_dash_and_no_0()
    {
        var known = Results.Row("GET /");

        string[] pages =
        [
            PageResults.Page(Results.Of(known with { AllocatedBytesPerRequest = null })),
            string.Join(
                '\n',
                MarkdownReport.Lines(Results.Of(known with { AllocatedBytesPerRequest = null }))
            ),
        ];

        // CPU/req stands before it.
        Assert.Contains("<td>25.0 us</td><td>-</td>", pages[0], StringComparison.Ordinal);
        Assert.Matches(@"\| +25\.0 us \| +- \|", pages[1]);
        Assert.All(pages, page => Assert.DoesNotContain("0.00 B", page, StringComparison.Ordinal));
    }
}
