using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Breakdowns;

public sealed class SessionGrowthTests
{
    [Fact]
    public void A_history_that_is_sent_whole_grows_by_so_many_tokens_a_turn()
    {
        var growth = Of(turns: 32, turn => 50 + 180 * turn);

        Assert.True(growth.Grows);
        Assert.Equal(180, growth.TokensPerTurn!.Value, tolerance: 5);
        Assert.Null(growth.BendsAfterTurn);
        Assert.Equal("a request to the provider grows by 18", TurnLines.Summary(growth)![..37]);
    }

    [Fact]
    public void A_history_that_is_cut_bends_where_it_is_cut()
    {
        var growth = Of(turns: 64, turn => 50 + 180 * Math.Min(turn, 8));

        Assert.True(growth.Grows);
        Assert.Equal(180, growth.TokensPerTurn!.Value, tolerance: 5);
        // The cell of turns 5 to 8 is the last that grew.
        Assert.Equal(6.5, growth.BendsAfterTurn!.Value, tolerance: 0.1);
        Assert.InRange(growth.TokensPerTurnAfter!.Value, 0, 20);
        Assert.Contains(
            "until turn 6, then by",
            TurnLines.Summary(growth),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Turns_without_a_history_do_not_grow()
    {
        var growth = Of(turns: 32, _ => 500);

        Assert.False(growth.Grows);
        Assert.Null(growth.BendsAfterTurn);
        Assert.Equal(
            "requests to the provider don't grow with the turns",
            TurnLines.Summary(growth)
        );
    }

    [Fact]
    public void Without_a_provider_that_counts_turns_are_told_and_nothing_is_said_of_growth()
    {
        var cells = new TurnCells();
        for (var turn = 1; turn <= 4; turn++)
        {
            cells.Expect(turn, isStream: true);
            cells.Add(new Asked(1, turn, 1_000 * turn), null, 5_000_000, 1_000_000);
        }

        var growth = SessionGrowth.Of([.. cells.Results()])!;

        Assert.Null(growth.TokensPerTurn);
        Assert.False(growth.Grows);
        Assert.Null(TurnLines.Summary(growth));
        Assert.Equal([1_000, 2_000, 3_500], growth.Turns.Select(one => one.SentBytes));
        Assert.All(growth.Turns, one => Assert.NotNull(one.TimeToFirstToken));
    }

    [Fact]
    public void Sessions_of_one_turn_do_not_grow_and_the_last_cell_takes_all_that_follow()
    {
        Assert.Null(SessionGrowth.Of([]));
        var cells = new TurnCells();
        int[] turns = [1, 2, 3, 4, 5, 8, 9, 16_384, 16_385, int.MaxValue];
        foreach (var turn in turns)
        {
            cells.Expect(turn, isStream: false);
            cells.Add(new Asked(0, turn, 0), null, 1_000_000, null);
        }
        (int, int?, long)[] expected =
        [
            (1, 1, 1),
            (2, 2, 1),
            (3, 4, 2),
            (5, 8, 2),
            (9, 16, 1),
            (8_193, 16_384, 1),
            (16_385, null, 2),
        ];

        Assert.Equal(expected, cells.Results().Select(one => (one.First, one.Last, one.Successes)));
        Assert.Null(SessionGrowth.Of([.. cells.Results().Take(1)]));
    }

    [Fact]
    public void Reports_tell_all_turns_in_one_line()
    {
        var row = Results.Row("chat") with
        {
            Breakdown = new Breakdown([], [], Of(turns: 4, turn => 100 * turn, noise: 0)),
        };

        Assert.Equal(
            [
                "chat, 32 users: a request to the provider grows by 100 tokens a turn",
                "chat, 32 users: turn 1 / 2 / 3 to 4: tokens to the provider 100 / 200 / 350; p50 10.0 ms / 10.0 ms / 10.0 ms",
            ],
            TurnLines.Of([row])
        );
    }

    [Fact]
    public void Cells_of_threads_add_up()
    {
        var (one, other, whole) = (new TurnCells(), new TurnCells(), new TurnCells());
        for (var turn = 1; turn <= 40; turn++)
        {
            var visits = new TraceVisits(default, 2, 200 * turn);
            foreach (var cells in (TurnCells[])[turn % 3 == 0 ? one : other, whole])
            {
                cells.Expect(turn, isStream: false);
                cells.Add(new Asked(0, turn, turn), visits, turn * 1_000_000, null);
            }
        }

        one.Add(other);

        Assert.Equal(whole.Results().Select(Text), one.Results().Select(Text));

        static string Text(TurnResult of) =>
            $"{of.First} {of.Successes} {of.MeanTurn} {of.PromptTokens} {of.PromptTokensError:0.000} {of.SentBytes} {of.Latency.TotalCount}";
    }

    /// <summary>Of 100 sessions, whose prompts differ in length.</summary>
    private static SessionGrowth Of(int turns, Func<int, double> tokens, int noise = 40)
    {
        var (cells, random) = (new TurnCells(), new Random(5));
        for (var session = 0; session < 100; session++)
        {
            for (var turn = 1; turn <= turns; turn++)
            {
                var prompt = (long)(tokens(turn) + noise * random.NextDouble());
                cells.Expect(turn, isStream: false);
                cells.Add(
                    new Asked(1, turn, 200),
                    new TraceVisits(TimeSpan.FromMilliseconds(5), 1, prompt),
                    10_000_000,
                    null
                );
            }
        }
        return SessionGrowth.Of([.. cells.Results()])!;
    }
}
