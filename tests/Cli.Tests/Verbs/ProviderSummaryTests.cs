namespace GatewayBench.Cli.Tests;

public sealed class ProviderSummaryTests
{
    [Fact]
    public void Every_way_to_end_is_counted() =>
        Assert.Equal(
            "Stopped. Chat requests: 1,235 (1,200 x 200, 34 x 429, 1 abandoned). "
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
    public void An_unused_provider_has_nothing_to_list() =>
        Assert.Equal(
            "Stopped. Chat requests: 0",
            ProviderSummary.Of(new FakeProviderStatistics(new Dictionary<int, long>(), 0, 0, 0))
        );
}
