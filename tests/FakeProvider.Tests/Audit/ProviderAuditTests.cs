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

    [Fact]
    public async Task A_delay_counts_although_a_fault_ends_the_answer()
    {
        await using var client = await ProviderClient.StartAsync(options =>
        {
            options.JournalRequests = 1;
            options.Latency = Delay.Fixed("5ms");
            options.Faults.Add(Fault.EndAfter(1));
        });
        using var _ = await client.PostAsync(
            ProviderClient.ChatPath,
            """{"model":"m","stream":true,"messages":[{"role":"user","content":"hello"}]}"""
        );

        await Eventually.TrueAsync(() => client.Provider.GetStatistics().Audit.Journal.Count == 1);
        var audit = client.Provider.GetStatistics().Audit;
        Assert.Equal(TimeSpan.FromMilliseconds(5), audit.Journal[0].Planned);
        Assert.Equal(1, audit.FirstTokenTimerError.TotalCount);
    }

    [Fact]
    public async Task A_retry_before_a_faults_Retry_After_is_early()
    {
        await using var client = await ProviderClient.StartAsync(options =>
        {
            options.TimeProvider = new ManualTimeProvider();
            options.Faults.Add(Fault.RetryAfter(429, "60"), firstAttempts: 1);
        });

        Assert.Equal(HttpStatusCode.TooManyRequests, await AskAsync(client, "one", "7"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, "one", "7"));

        Assert.Equal(1, client.Provider.GetStatistics().Audit.EarlyRetries);
    }

    [Fact]
    public async Task The_same_seed_gives_requests_the_same_delays_at_any_concurrency()
    {
        const int Requests = 40;
        var alone = await DelaysAsync(inFlight: 1);
        var together = await DelaysAsync(inFlight: 16);

        Assert.Equal(Requests, alone.Values.Distinct().Count());
        Assert.Equal(alone, together);

        async Task<SortedDictionary<string, TimeSpan>> DelaysAsync(int inFlight)
        {
            await using var client = await ProviderClient.StartAsync(options =>
            {
                options.Latency = Delay.Uniform("1us", "5ms");
                options.JournalRequests = Requests;
            });
            await Parallel.ForEachAsync(
                Enumerable.Range(1, Requests),
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = inFlight,
                    CancellationToken = TestContext.Current.CancellationToken,
                },
                async (id, _) => await AskAsync(client, "hello", $"{id:x}")
            );
            await Eventually.TrueAsync(() =>
                client.Provider.GetStatistics().Audit.Journal.Count == Requests
            );
            return new(
                client
                    .Provider.GetStatistics()
                    .Audit.Journal.ToDictionary(entry => entry.Request!, entry => entry.Planned)
            );
        }
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
