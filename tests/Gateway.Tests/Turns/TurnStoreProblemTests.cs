namespace Gateway.Tests;

/// <summary>What callers over HTTP are told of a store that fails, on both kinds of store.</summary>
public sealed class TurnStoreProblemTests(PostgresServer server)
{
    public static TheoryData<string> Stores => TestStore.Kinds;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Over_HTTP_a_store_that_fails_is_a_503_that_names_it(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent();
        await using var gateway = TurnTrial.Start(store, agent);
        using var client = gateway.Connect();
        await store.BreakReadsAsync();

        using var response = await client.ChatAsync();

        var problem = await response.ProblemAsync(503);
        Assert.Equal("store", problem.Text("dependency"));
        Assert.Equal("store_error", problem.Text("reason"));
        Assert.Equal("The store failed.", problem.Text("detail"));
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        var metrics = await client.MetricsAsync();
        Assert.Equal(1, metrics.Value("gateway_chat_requests_total", ("outcome", "store_error")));
    }

    [Theory]
    [InlineData("sqlite", "store_error")]
    [InlineData("postgres", "store_unavailable")]
    public async Task Over_HTTP_a_stream_whose_turn_is_not_stored_ends_in_an_error(
        string kind,
        string reason
    )
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        using var agent = new ScriptedAgent { Thinking = (_, _) => store.BreakAppendsAsync() };
        await using var gateway = TurnTrial.Start(store, agent);
        using var client = gateway.Connect();

        using var response = await client.ChatAsync("""{"message":"Hi","stream":true}""");

        Assert.True(response.IsSuccessStatusCode);
        var events = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.Contains("event: delta", events, StringComparison.Ordinal);
        Assert.Contains(
            $"event: error\ndata: {{\"reason\":\"{reason}\"",
            events,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("event: done", events, StringComparison.Ordinal);
        Assert.Equal((0, 0, 0), await store.CountAsync());
    }
}
