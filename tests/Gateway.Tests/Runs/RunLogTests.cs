namespace Gateway.Tests;

public sealed class RunLogTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_keeps_the_latest_events_and_says_how_many_are_missing()
    {
        var log = new RunLog(3);
        for (var n = 1; n <= 5; n++)
        {
            log.Append("delta", $"{n}");
        }
        log.Close();

        var all = await log.ReadAsync(0, Cancelled).ToListAsync(Cancelled);

        Assert.Equal(
            [
                new(2, RunEvent.Gap, """{"missed":2}"""),
                new(3, "delta", "3"),
                new(4, "delta", "4"),
                new(5, "delta", "5"),
            ],
            all
        );
    }

    [Theory]
    [InlineData(1, "2 gap", "3", "4", "5")]
    [InlineData(2, "3", "4", "5")]
    [InlineData(4, "5")]
    [InlineData(5)]
    [InlineData(9)]
    public async Task Reading_begins_after_the_event_that_is_known(
        long after,
        params string[] expected
    )
    {
        var log = new RunLog(3);
        for (var n = 1; n <= 5; n++)
        {
            log.Append("delta", $"{n}");
        }
        log.Close();

        var read = await log.ReadAsync(after, Cancelled).ToListAsync(Cancelled);

        Assert.Equal(
            expected,
            read.Select(e => e.Type == RunEvent.Gap ? $"{e.Id} gap" : $"{e.Id}")
        );
    }

    [Fact]
    public async Task Every_reader_hears_everything_up_to_the_end()
    {
        var log = new RunLog(1000);
        var readers = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(
                    () => log.ReadAsync(0, Cancelled).ToListAsync(Cancelled).AsTask(),
                    Cancelled
                )
            )
            .ToList();
        for (var n = 1; n <= 1000; n++)
        {
            log.Append("delta", $"{n}");
        }
        log.Close();

        foreach (var heard in await Task.WhenAll(readers))
        {
            Assert.Equal(Enumerable.Range(1, 1000).Select(n => (long)n), heard.Select(e => e.Id));
        }
    }
}
