using System.Text.RegularExpressions;
using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Comparison;

public sealed class ResultDiffTests
{
    [Fact]
    public void Figures_of_both_stand_side_by_side_with_their_change()
    {
        var a = Results.Row("GET /");
        var b = Results.Row("GET /", successes: 6_000, nanoseconds: 900_000);

        var lines = Lines(Results.Of(a), Results.Of(b));

        Assert.Contains(
            "| GET /    |    32 |  1,000 | 1,200 | +20.0 % |   25.0 us | 25.0 us |  0.0 % |",
            lines
        );
        AssertLine(
            lines,
            @"475 us \| 930 us \| \+9[56]\.. % \| 500 us \| 9.. us \| \+9[12]\.. % \|$"
        );
        AssertLine(lines, "^No verdict: two runs of one build differ");
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void Changes_beyond_all_percents_are_multiples_and_missing_figures_dashes()
    {
        var slow = Results.Row("GET /", successes: 100, nanoseconds: 90_000_000);

        var lines = Lines(Results.Of(Results.Row("GET /")), Results.Of(slow));

        AssertLine(lines, @"475 us \| 90\.. ms \| 1[0-9]{2}\.[0-9]{2}x \| 500 us \| +- \| +- \|$");
    }

    [Fact]
    public void Parts_and_streams_have_their_lines_and_tables()
    {
        var cells = new StreamCells();
        for (var i = 0; i < 400; i++)
        {
            cells.FirstTokens.RecordValue(100_000_000);
            cells.Gaps.RecordValue(10_000_000);
        }
        var row = Results.Row("chats") with
        {
            Parts = [Results.Part("POST /chat") with { Streams = cells.Result }],
        };

        var lines = Lines(Results.Of(row), Results.Of(row));

        AssertLine(lines, @"^\| Endpoint +\| Users \| TTFT p50 A \|");
        AssertLine(lines, @"^\|   POST /chat \| +\| +100 ms \| 100 ms \| +0\.0 % \|");
    }

    [Theory]
    [InlineData("transport: loopback in A, inmemory in B")]
    [InlineData("load: 32 users in A, 64 users in B")]
    [InlineData("measured seconds: 5 in A, 2 in B")]
    [InlineData("warm-up: until it settled in A, none in B")]
    [InlineData("INVALID in B: drift: it moved")]
    public void Rows_that_were_not_measured_alike_are_named_with_the_reason(string reason)
    {
        var same = Results.Row("GET /same");
        var row = Results.Row("GET /");
        RowResult[] others =
        [
            row with
            {
                Transport = "inmemory",
            },
            Results.Row("GET /", users: 64),
            row with
            {
                Settled = null,
            },
            row with
            {
                MeasuredSeconds = 2,
            },
            row with
            {
                Invalid = ["drift: it moved"],
            },
        ];
        var all = others.Select(other =>
            ResultDiff.Of(Results.Of(same, row), Results.Of(same, other)).NotCompared
        );

        Assert.Contains($"GET /, 32 users: {reason}", all.SelectMany(lines => lines));
    }

    [Fact]
    public void Rows_of_one_result_only_are_named_and_rows_meet_by_their_load()
    {
        var (few, many) = (Results.Row("GET /"), Results.Row("GET /", users: 256));

        var diff = ResultDiff.Of(
            Results.Of(few, many, Results.Row("GET /a")),
            Results.Of(Results.Row("GET /b"), many, few)
        );

        Assert.Equal([32, 256], diff.Pairs.Select(pair => pair.B.Users!.Value));
        Assert.Equal(
            ["GET /a, 32 users: only in A", "GET /b, 32 users: only in B"],
            diff.NotCompared
        );
    }

    public static TheoryData<string, Func<LoadResult, LoadResult>> Apart =>
        new()
        {
            {
                "processor: a CPU in A, another in B; absolute figures belong to one machine",
                r => r with { Machine = r.Machine with { Processor = "another" } }
            },
            {
                "memory: up to 16 GiB in A, up to 8 GiB in B",
                r => r with { Machine = r.Machine with { MemoryGiB = 8 } }
            },
            {
                "runtime: .NET 10 in A, .NET 11 in B",
                r => r with { Machine = r.Machine with { Runtime = ".NET 11.0.0" } }
            },
            {
                "CPU quota: unknown in A, 1.5 in B",
                r =>
                    r with
                    {
                        Machine = r.Machine with
                        {
                            Facts = new Dictionary<string, string> { ["CPU quota"] = "1.5" },
                        },
                    }
            },
            {
                "does not say which of 2 targets it loaded",
                r => r with { Targets = [r.Targets[0], r.Targets[0]] }
            },
            { "cores: 8 in A, 4 in B", r => r with { Machine = r.Machine with { Cores = 4 } } },
            {
                "garbage collector: server in A, workstation in B",
                r => r with { Machine = r.Machine with { GarbageCollector = "workstation" } }
            },
            {
                "hosting: inprocess in A, child in B",
                r => r with { Targets = [r.Targets[0] with { Hosting = "child" }] }
            },
            {
                "options of the provider: all by default in A, Latency=none, Slots=8 in B",
                r => r.WithProvider("Latency=none", "Slots=8")
            },
            {
                $"{Variables.Prompts}: none in A, mine.jsonl in B",
                r => r with { Settings = [new(Variables.Prompts, "mine.jsonl", "option")] }
            },
            {
                "No row of them can be compared. GET /, 32 users: only in A",
                r => r with { Rows = [] }
            },
        };

    [Theory]
    [MemberData(nameof(Apart), DisableDiscoveryEnumeration = true)]
    public void What_must_not_be_compared_is_refused_by_name(
        string expected,
        Func<LoadResult, LoadResult> change
    )
    {
        var a = Results.Of(Results.Row("GET /")).WithProvider();

        var error = Assert.Throws<ComparisonException>(() => ResultDiff.Of(a, change(a)));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_provider_that_one_does_not_tell_of_nothing_is_said()
    {
        var a = Results.Of(Results.Row("GET /"));
        var b = a.WithProvider("Latency=none");

        Assert.Single(ResultDiff.Of(a, b).Pairs);
        Assert.Single(ResultDiff.Of(b, a).Pairs);
        Assert.DoesNotContain(Lines(a, b), line => line.Contains("provider"));
    }

    [Fact]
    public void What_may_be_the_very_change_is_told_and_not_refused()
    {
        var a = Results.Of(Results.Row("GET /"));
        var b = a with
        {
            Seed = 7,
            Partial = true,
            Machine = a.Machine with { Runtime = ".NET 10.0.1" },
            Settings = [new SettingOrigin(Variables.Seed, "7", "option")],
            Targets =
            [
                a.Targets[0] with
                {
                    Name = "Other",
                    Commit = "next",
                    Settings = ["Cache:Enabled=true"],
                },
            ],
        };

        var lines = Lines(a, b);

        string[] expected =
        [
            "  commit: 0123456789abcdef0123456789abcdef01234567 in A, next in B",
            "  target: Gateway in A, Other in B",
            "  gateway's settings: none in A, Cache:Enabled=true in B",
            "  seed: 42 in A, 7 in B",
            "  runtime: .NET 10.0.0 in A, .NET 10.0.1 in B",
            "  B was ended before its time",
        ];
        Assert.Equal(expected, lines.SkipWhile(line => line != "Changed").Skip(1));
    }

    [Fact]
    public void It_is_a_page_of_Markdown_too()
    {
        var a = Results.Of(Results.Row("GET /<script>"));

        var lines = MarkdownReport.Lines(DiffPage.Of(ResultDiff.Of(a, a))).ToList();

        Assert.Equal("# Two results side by side", lines[0]);
        Assert.Contains(
            lines,
            line => line.StartsWith("| GET /&lt;script&gt;", StringComparison.Ordinal)
        );
    }

    private static List<string> Lines(LoadResult a, LoadResult b) =>
        [.. ConsoleReport.Lines(DiffPage.Of(ResultDiff.Of(a, b)))];

    private static void AssertLine(List<string> lines, string pattern) =>
        Assert.True(lines.Any(line => Regex.IsMatch(line, pattern)), string.Join('\n', lines));
}
