using GatewayBench.Tests.Page;

namespace GatewayBench.Tests.Reporting;

/// <summary>What reports say of why a row takes as long as it does.</summary>
public sealed class CauseReportsTests
{
    private static readonly SplitBand[] Split =
    [
        new("all", 5_000, 11_000, 100, 6_000, 4_400, 500, 50),
        new("slowest", 50, 90_000, 0, 81_000, 9_000, 0, 0),
    ];

    private static readonly DriftResult Heap = new(
        "heap",
        "heap after collections",
        "dotnet.gc.last_collection.heap.size",
        "By",
        DriftResult.Rises,
        4.1e6,
        3.2e6,
        5.0e6,
        41e6,
        57.4e6,
        2e6,
        240,
        60,
        4,
        512e6,
        110.9
    );

    [Fact]
    public void The_split_is_told_of_all_and_of_the_slowest_with_what_nobody_tells_of()
    {
        Assert.Equal(
            [
                "chat, 32 users: mean 11.0 ms = provider 6.00 ms (54.5 %) + gateway 4.40 ms (40.0 %) + client wait 100 us (0.9 %) + not told 500 us (4.5 %)",
                "chat, 32 users: slowest 1 % 90.0 ms = provider 81.0 ms (90.0 %) + gateway 9.00 ms (10.0 %) + client wait 0 us (0.0 %)",
                "chat, 32 users: of this, on average of all exchanges: waits for an outgoing connection 1.00 ms, for the store -, GC pauses 2.0 % of the time",
            ],
            BreakdownLines.Of([
                Results.Row("chat") with
                {
                    Breakdown = new Breakdown(Split, [], null),
                    Waits = new RowWaits(1_000, null, 0.02),
                },
            ])
        );
    }

    [Fact]
    public void What_is_known_of_waits_is_told_without_a_split_too() =>
        Assert.Equal(
            [
                "chat, 32 users: on average of all exchanges: waits for an outgoing connection -, for the store 2.00 ms, GC pauses - of the time",
            ],
            BreakdownLines.Of([
                Results.Row("chat") with
                {
                    Breakdown = null,
                    Waits = new RowWaits(null, 2_000, null),
                },
            ])
        );

    [Fact]
    public void Where_no_provider_is_known_nothing_is_split()
    {
        SplitBand untold = new("all", 5_000, 450, 1, null, null, 449, 5_000);

        Assert.Empty(
            BreakdownLines.Of([
                Results.Row("health") with
                {
                    Breakdown = new Breakdown([untold], [], null),
                },
                Results.Row("old"),
            ])
        );
    }

    [Fact]
    public void A_class_of_prompts_that_carries_the_tail_is_named()
    {
        var cells = new PromptCells();
        for (var i = 0; i < 1_000; i++)
        {
            var isLong = i % 20 == 0;
            cells.Expect(isLong ? 2 : 1);
            cells.Add(isLong ? 2 : 1, (isLong ? 900 : 20) * 1_000_000L);
        }
        cells.Add(2, null);

        Assert.Equal(
            [
                "chat, 32 users: short: 950 requests, p50 20.1 ms, p99 20.1 ms; 95.0 % of the successes, 0.0 % of the slowest 1 %",
                "chat, 32 users: long: 51 requests, 1 of them failed, p50 902 ms, p99 -; 5.0 % of the successes, 100.0 % of the slowest 1 %: it carries the tail",
            ],
            PromptClassLines.Of([
                Results.Row("chat") with
                {
                    Breakdown = new Breakdown([], PromptTail.Of(["short", "long"], cells), null),
                },
            ])
        );
    }

    [Fact]
    public void Drift_is_told_with_its_interval_and_its_limit_and_what_stands_still_in_one_line()
    {
        DriftResult[] drifts =
        [
            Heap,
            Heap with
            {
                Name = "p50",
                Title = "p50",
                Unit = "us",
                Verdict = DriftResult.Steady,
                Low = -20,
                High = 10,
                Start = 11_000,
            },
            Heap with
            {
                Name = "my.gauge",
                Series = "my.gauge",
                Verdict = DriftResult.Steady,
            },
            Heap with
            {
                Name = "sockets",
                Title = "TCP sockets",
                Unit = "",
                Verdict = DriftResult.Unclear,
                Low = -2,
                High = 30,
                Start = 70,
            },
        ];

        Assert.Equal(
            [
                "chat, 32 users: heap after collections rises by 4.10 MB/min (95 %: 3.20 MB to 5.00 MB), from 41.0 MB to 57.4 MB in 4:00; at this pace 512 MB, its limit, is reached in 111 min",
                "chat, 32 users: no drift: p50 11.0 ms (at most 20.0 us/min), and 1 of its own gauges",
                "chat, 32 users: not clear: TCP sockets 70 (-2 to 30/min)",
                "chat, 32 users: not told of, or too seldom: working set, open descriptors, thread-pool threads, p99",
            ],
            DriftLines.Of([Results.Row("chat") with { Drifts = drifts }])
        );
    }

    [Fact]
    public void All_of_it_is_in_every_report_within_a_hundred_columns()
    {
        var (turns, prompts) = (new TurnCells(), new PromptCells());
        for (var i = 0; i < 1_000; i++)
        {
            var asked = new Asked(1 + i % 2, 1 + i % 8, 100);
            prompts.Expect(asked.PromptClass);
            prompts.Add(asked.PromptClass, 1_000_000);
            turns.Expect(asked.Turn, isStream: false);
            var visits = new TraceVisits(TimeSpan.Zero, 1, 100 * asked.Turn);
            turns.Add(asked, visits, 1_000_000, null);
        }
        var result = Results.Of(
            Results.Row("chat") with
            {
                Breakdown = new Breakdown(
                    Split,
                    PromptTail.Of(["short", HostileResult.Script], prompts),
                    SessionGrowth.Of([.. turns.Results()])
                ),
                Waits = new RowWaits(1_000, 20, 0.02),
                Drifts = [Heap],
            }
        );

        var console = ConsoleReport.Lines(result).ToList();
        var page = PageResults.Page(result);
        Assert.All(console, line => Assert.True(line.Length <= 100, line));
        string[] titles =
        [
            BreakdownLines.Title,
            PromptClassLines.Title,
            TurnLines.Title,
            DriftLines.Title,
        ];
        Assert.All(titles, title => Assert.Contains(title, console));
        Assert.All(titles, title => Assert.Contains("## " + title, MarkdownReport.Lines(result)));
        Assert.All(
            titles,
            title => Assert.Contains($"<h4>{title}</h4>", page, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        // 100 us of 11 ms, then 4.4 ms, then 6 ms; the rest is not told.
        Assert.Contains(
            "class=\"provider\" x=\"40.91%\" width=\"54.55%\"",
            page,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ResultFile.Serialize(result),
            ResultFile.Serialize(ResultFile.Deserialize(ResultFile.Serialize(result)))
        );
    }
}
