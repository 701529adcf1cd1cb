using Spectre.Console;

namespace GatewayBench.Cli.Tests.Live;

public sealed class LiveViewTests
{
    private static readonly LiveProgress Measuring = new()
    {
        Row = 1,
        Rows = 2,
        Name = "POST /api/chat",
        Load = "32 users",
        Phase = LivePhase.Measuring,
        Elapsed = TimeSpan.FromSeconds(15),
        Total = TimeSpan.FromSeconds(60),
        PerSecond = 9_890,
        P50 = TimeSpan.FromMicroseconds(3_050),
        P99 = TimeSpan.FromMicroseconds(6_170),
        Errors = new Dictionary<Outcome, long>
        {
            [Outcome.Http5xx] = 2,
            [Outcome.RateLimited] = 1_234,
        },
        InFlight = 31,
        CpuCores = 1.87,
    };

    [Fact]
    public void The_view_has_progress_rate_latency_errors_and_CPU() =>
        Assert.Equal(
            [
                "row 1 of 2: POST /api/chat, 32 users",
                "[##########------------------------------] measuring  15 of 60 s",
                "9,890/s  p50 3.05 ms  p99 6.17 ms  31 in flight  CPU 187.0 % of a core",
                "errors: rate_limited 1,234, http_5xx 2",
            ],
            Drawn(Measuring, width: 100)
        );

    [Theory]
    [InlineData(40)]
    [InlineData(20)]
    [InlineData(5)]
    [InlineData(1)]
    public void No_line_is_longer_than_a_narrow_terminal(int width)
    {
        var lines = Drawn(Measuring, width);

        Assert.InRange(lines.Length, 0, 4);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
    }

    [Fact]
    public void Before_there_is_a_load_there_are_no_figures() =>
        Assert.Equal(
            ["row 1 of 1: GET /, 1 user", "starting  3 s"],
            Drawn(
                new LiveProgress
                {
                    Row = 1,
                    Rows = 1,
                    Name = "GET /",
                    Load = "1 user",
                    Phase = LivePhase.Starting,
                    Elapsed = TimeSpan.FromSeconds(3),
                },
                width: 80
            )
        );

    [Fact]
    public void Names_are_text_and_nothing_that_a_terminal_obeys()
    {
        var lines = Drawn(Measuring with { Name = "[red]x[/]\u001b[2J\nY" }, width: 100);

        Assert.Equal("row 1 of 2: [red]x[/] [2J Y, 32 users", lines[0]);
    }

    [Fact]
    public async Task The_report_comes_after_the_view_which_leaves_the_terminal_as_it_was()
    {
        using var writer = new StringWriter();
        var report = new List<string>();
        var view = new LiveTerminal(Terminal(writer, width: 60));
        var drawnWhileRunning = "";

        await Assert.ThrowsAsync<ReportException>(() =>
            view.WatchAsync(
                new RunOptions { Output = report.Add, Progress = _ => Assert.Fail("drawn over") },
                options =>
                {
                    options.Live!(Measuring);
                    options.Output!("the report");
                    drawnWhileRunning = writer.ToString();
                    Assert.Empty(report);
                    throw new ReportException("disk full", new IOException());
                }
            )
        );

        Assert.Contains("row 1 of 2", drawnWhileRunning, StringComparison.Ordinal);
        Assert.Equal(["the report"], report);
        // The cursor, hidden meanwhile, is there again.
        Assert.EndsWith("\u001b[?25h", writer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_that_goes_away_neither_ends_the_run_nor_loses_its_result()
    {
        using var writer = new LeavingWriter();
        var report = new List<string>();
        var result = new LoadResult
        {
            SchemaVersion = LoadResult.CurrentSchemaVersion,
            Name = "kept",
            StartedAt = DateTimeOffset.UnixEpoch,
            Seed = 1,
            Machine = MachineInfo.Read(),
            Targets = [],
            Settings = [],
            Partial = false,
            Rows = [],
        };

        var watched = await new LiveTerminal(Terminal(writer, width: 60)).WatchAsync(
            new RunOptions { Output = report.Add },
            options =>
            {
                writer.IsGone = true;
                options.Live!(Measuring);
                options.Output!("the report");
                return Task.FromResult(result);
            }
        );

        Assert.Same(result, watched);
        Assert.Equal(["the report"], report);
    }

    [Fact]
    public void What_is_no_terminal_is_not_drawn_on()
    {
        using var writer = new StringWriter();

        Assert.Null(LiveTerminal.On(writer));
    }

    [Fact]
    public void Lines_for_a_log_come_every_five_seconds_of_a_phase()
    {
        using var writer = new StringWriter();
        var progress = new PlainProgress(writer);
        for (var second = 0; second <= 12; second++)
        {
            progress.Tell(Measuring with { Elapsed = TimeSpan.FromSeconds(second) });
        }
        progress.Tell(
            Measuring with
            {
                Phase = LivePhase.Draining,
                Elapsed = default,
                Total = null,
            }
        );

        Assert.Equal(
            [
                "measuring  5 of 60 s  9,890/s  p50 3.05 ms  p99 6.17 ms  31 in flight  CPU 187.0 % of a core  errors: rate_limited 1,234, http_5xx 2",
                "measuring  10 of 60 s  9,890/s  p50 3.05 ms  p99 6.17 ms  31 in flight  CPU 187.0 % of a core  errors: rate_limited 1,234, http_5xx 2",
            ],
            writer
                .ToString()
                .ReplaceLineEndings("\n")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    private static string[] Drawn(LiveProgress now, int width)
    {
        using var writer = new StringWriter();
        var console = Terminal(writer, width);
        console.Profile.Capabilities.Ansi = false;
        console.Write(LiveTerminal.Draw(now, width));
        return
        [
            .. writer
                .ToString()
                .ReplaceLineEndings("\n")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.TrimEnd()),
        ];
    }

    private static IAnsiConsole Terminal(TextWriter writer, int width)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        console.Profile.Width = width;
        return console;
    }

    private sealed class LeavingWriter : StringWriter
    {
        public bool IsGone { get; set; }

        public override void Write(string? value)
        {
            if (IsGone)
            {
                throw new IOException("Input/output error");
            }
            base.Write(value);
        }
    }
}
