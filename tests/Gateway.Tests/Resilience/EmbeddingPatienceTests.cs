using Microsoft.Extensions.AI;

namespace Gateway.Tests;

public sealed class EmbeddingPatienceTests
{
    [Fact]
    public void The_provider_gets_the_options_without_it()
    {
        var asked = EmbeddingPatience.Within(TimeSpan.FromSeconds(2));
        asked.Dimensions = 8;

        var (sent, within) = EmbeddingPatience.Take(asked);

        Assert.Equal(TimeSpan.FromSeconds(2), within);
        Assert.Equal(8, sent!.Dimensions);
        Assert.Empty(sent.AdditionalProperties!);
        Assert.Single(asked.AdditionalProperties!);
    }

    [Fact]
    public void Who_says_nothing_waits_as_long_as_for_any_call()
    {
        var options = new EmbeddingGenerationOptions();

        Assert.Equal((null, null), EmbeddingPatience.Take(null));
        Assert.Equal((options, null), EmbeddingPatience.Take(options));
    }

    // No timer is moved: it ends by itself, or never.
    [Fact(Timeout = 60_000)]
    public async Task A_wait_beyond_it_is_not_begun()
    {
        using var calls = new ScriptedCalls();
        calls.Script = _ =>
            new(ProviderFailure.RateLimited, 429, retryAfter: TimeSpan.FromSeconds(5));

        await Assert.ThrowsAsync<ProviderException>(() =>
            calls.RunAsync(within: TimeSpan.FromSeconds(2))
        );

        Assert.Equal(
            1,
            calls.Metrics().Value("gateway_provider_retries_forgone_total", ("cause", "time"))
        );
    }
}
