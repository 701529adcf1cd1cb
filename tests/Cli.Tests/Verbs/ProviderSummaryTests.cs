namespace GatewayBench.Cli.Tests;

public sealed class ProviderSummaryTests
{
    [Fact]
    public void Every_way_to_end_is_counted() =>
        Assert.Equal(
            "Stopped. Requests to models: 1,235 (1,200 x 200, 34 x 429, 1 abandoned). "
                + "Tokens: 10,800 in, 60,000 out",
            ProviderSummary.Of(
                new FakeProviderStatistics(
                    new Dictionary<int, long> { [429] = 34, [200] = 1_200 },
                    Abandoned: 1,
                    PromptTokens: 10_800,
                    CompletionTokens: 60_000
                )
            )
        );

    [Fact]
    public void Late_timers_and_early_retries_are_told_if_there_were_any()
    {
        var errors = new LongHistogram(1, 3_600_000_000, 2);
        errors.RecordValueWithCount(1_000, 98);
        errors.RecordValueWithCount(4_000, 2);

        var line = ProviderSummary.Of(
            new FakeProviderStatistics(new Dictionary<int, long> { [200] = 100 }, 0, 800, 5_000)
            {
                Audit = new ProviderAudit { FirstTokenTimerError = errors, EarlyRetries = 3 },
            }
        );

        Assert.EndsWith(
            "Tokens: 800 in, 5,000 out. Timer error p99: 4.0 ms. Early retries: 3",
            line,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_unused_provider_has_nothing_to_list() =>
        Assert.Equal(
            "Stopped. Requests to models: 0",
            ProviderSummary.Of(new FakeProviderStatistics(new Dictionary<int, long>(), 0, 0, 0))
        );
}
