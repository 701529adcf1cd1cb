namespace GatewayBench.Tests.Validity;

public sealed class ProviderCeilingTests
{
    [Fact]
    public void It_is_what_the_provider_answers_alone_over_its_calls_in_the_row()
    {
        Assert.Equal(4, ProviderCeiling.Of(20_000, 5_000));
        Assert.Equal(0, ProviderCeiling.Of(0, 5_000));
    }

    [Fact]
    public void Without_calls_or_provider_it_is_unknown()
    {
        Assert.Null(ProviderCeiling.Of(null, 5_000));
        Assert.Null(ProviderCeiling.Of(20_000, null));
        Assert.Null(ProviderCeiling.Of(20_000, 0));
    }

    [Theory]
    [InlineData(8, 8)]
    [InlineData(64, 64)]
    [InlineData(256, 64)]
    public async Task It_is_loaded_with_the_rows_users_up_to_a_limit(int users, int loaded)
    {
        await using var provider = await StartAsync(_ => { });
        await using var alone = new ProviderTarget(provider, inMemory: false);

        var row = ProviderCeiling.Row(alone, users, isStreamed: false);

        Assert.Equal(loaded, ((ClosedLoad)row.Load).Users);
        Assert.Equal(TimeSpan.FromSeconds(0.5), row.Load.Duration);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_streams_where_the_row_does(bool isStreamed)
    {
        await using var provider = await StartAsync(_ => { });
        await using var alone = new ProviderTarget(provider, inMemory: true);

        var row = ProviderCeiling.Row(alone, 8, isStreamed);

        Assert.Equal(isStreamed, row.Scenario.Format is not null);
    }

    [Fact]
    public async Task The_provider_alone_answers_as_it_does_but_without_delay_and_limit()
    {
        // With either of the two, one of the hundred answers would take an hour, or be a 429.
        await using var provider = await StartAsync(options =>
        {
            options.Latency = Delay.Fixed("1h");
            options.RateLimit.RequestsPerMinute = 1;
            options.ReplyTokens = 3;
        });
        await using var alone = new ProviderTarget(provider, inMemory: false);
        await alone.StartAsync(TestContext.Current.CancellationToken);
        var user = new User(0, seed: 42, alone.BaseAddress);
        using var client = alone.CreateClient();

        for (var i = 0; i < 100; i++)
        {
            using var request = ProviderCeiling.Scenario.Request(user);
            using var response = await client.SendAsync(
                request,
                TestContext.Current.CancellationToken
            );
            var body = await response.Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken
            );

            Assert.True(response.IsSuccessStatusCode, body);
            Assert.Contains("\"completion_tokens\":3,", body, StringComparison.Ordinal);
        }
        Assert.Equal(0, provider.GetStatistics().ChatRequests);
    }

    [Fact]
    public async Task A_gateway_remembers_the_provider_that_it_was_pointed_at()
    {
        await using var provider = await StartAsync(_ => { });
        await using var gateway = new GatewayHost<Program>();
        ITarget target = gateway;
        Assert.Null(target.Provider);

        gateway.UseProvider(provider, "OpenAI:Endpoint");

        Assert.Same(provider, target.Provider);
    }

    private static Task<FakeProvider> StartAsync(Action<FakeProviderOptions> configure) =>
        FakeProvider.StartAsync(configure, TestContext.Current.CancellationToken);
}
