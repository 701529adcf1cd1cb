using GatewayBench.Support;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Fake = GatewayBench.FakeProvider;

namespace Gateway.Tests;

public sealed class RateLimitedProviderTests
{
    private const int Callers = 60;
    private const double MaxAmplification = 1.5;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_request_comes_early_and_all_stay_under_the_amplification(bool streamed)
    {
        var clock = new ManualTimeProvider();
        await using var provider = await Fake.StartAsync(
            o =>
            {
                o.TimeProvider = clock;
                o.Latency = GatewayBench.Delay.None;
                o.RateLimit.RequestsPerMinute = 20;
            },
            Cancelled
        );
        var wire = new WireLog(clock);
        await using var model = new Model(
            $"{provider.BaseAddress}v1",
            clock,
            null,
            services =>
                services
                    .AddHttpClient(ProviderSetup.HttpClientName)
                    .AddHttpMessageHandler(() => wire),
            ("OpenAI:TimeoutSeconds", "600"),
            ("Resilience:MaxRetries", "5"),
            ("Resilience:MaxRetryAfterSeconds", "300"),
            ("Resilience:TotalTimeoutSeconds", "3600"),
            ("Resilience:MaxAmplification", "1.5"),
            ("Resilience:JitterSeed", "3")
        );

        var answered = 0;
        var calls = Enumerable.Range(0, Callers).Select(CallAsync).ToList();
        while (!calls.TrueForAll(call => call.IsCompleted))
        {
            clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(1, Cancelled);
        }
        await Task.WhenAll(calls);

        Assert.Equal(0, wire.Early);
        Assert.InRange(wire.Requests, Callers + 1, Callers * MaxAmplification);
        Assert.True(wire.Limited > 0);
        // Retries are worth something: without them only the first twenty would have been answered.
        Assert.True(answered > 20, $"{answered} answered");

        async Task CallAsync(int caller)
        {
            try
            {
                var prompt = $"caller {caller}";
                var response = streamed
                    ? await model
                        .Client.GetStreamingResponseAsync(prompt, cancellationToken: Cancelled)
                        .ToChatResponseAsync(Cancelled)
                    : await model.Client.GetResponseAsync(prompt, cancellationToken: Cancelled);
                Assert.NotEmpty(response.Text);
                Interlocked.Increment(ref answered);
            }
            catch (ProviderException e)
            {
                Assert.Equal(ProviderFailure.RateLimited, e.Failure);
                Assert.NotNull(e.RetryAfter);
            }
        }
    }
}
