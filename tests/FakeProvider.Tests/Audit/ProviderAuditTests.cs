using System.Net;
using System.Text;
using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

/// <summary>What a provider tells of requests that came over HTTP.</summary>
public sealed class ProviderAuditTests
{
    [Fact]
    public async Task A_provider_gives_account_of_what_it_answered()
    {
        await using var client = await ProviderClient.StartAsync(options =>
        {
            options.RateLimit.RequestsPerMinute = 1;
            options.JournalRequests = 10;
            options.TimeProvider = new ManualTimeProvider();
        });

        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, "one", "7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(client, "two", "8"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(client, "two", "8"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(client, "three", null));
        using var bad = await client.PostAsync(ProviderClient.ChatPath, "{");

        var audit = client.Provider.GetStatistics().Audit;
        Assert.Equal([1, 1, 0, 0], audit.RequestsByAttempts);
        Assert.Equal(1, audit.EarlyRetries);
        Assert.Equal(1, audit.WithoutIdentity);
        Assert.Equal(new AuditCount(4, 3), Assert.Single(audit.Models).Value);
        Assert.Equal(new AuditCount(5, 4), Assert.Single(audit.Keys).Value);
        Assert.Equal(
            [(200, 1), (429, 1), (429, 2), (429, 1), (400, 0)],
            audit.Journal.Select(entry => (entry.Status, entry.Attempt))
        );
        Assert.All(audit.Journal, entry => Assert.Equal("/v1/chat/completions", entry.Path));
    }

    [Fact]
    public async Task A_delay_is_accounted_for()
    {
        var clock = new ManualTimeProvider();
        await using var client = await ProviderClient.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.JournalRequests = 1;
            options.Latency = Delay.Fixed("20ms");
        });
        var answer = client.AskAsync("hello");
        await Eventually.TrueAsync(() => clock.PendingTimers > 0);
        clock.Advance(TimeSpan.FromMilliseconds(23));
        using var _ = await answer;

        var audit = client.Provider.GetStatistics().Audit;
        var entry = Assert.Single(audit.Journal);
        Assert.Equal(TimeSpan.FromMilliseconds(20), entry.Planned);
        // The timer fires in the midst of the step, and may be seen to its end.
        Assert.InRange(entry.Actual.TotalMilliseconds, 20, 23);
        Assert.Equal(1, audit.FirstTokenTimerError.TotalCount);
    }

    private static async Task<HttpStatusCode> AskAsync(
        ProviderClient client,
        string prompt,
        string? id
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, ProviderClient.ChatPath)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(ProviderClient.Body(prompt))),
        };
        if (id is not null)
        {
            request.Headers.Add("x-gatewaybench-request", id);
        }
        using var response = await client.Http.SendAsync(
            request,
            TestContext.Current.CancellationToken
        );
        return response.StatusCode;
    }
}
