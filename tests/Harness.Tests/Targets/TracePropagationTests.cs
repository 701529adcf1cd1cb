namespace GatewayBench.Tests.Targets;

/// <summary>Whether a provider knows the exchanges again that a gateway passes on to it.</summary>
public sealed class TracePropagationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Transport.Loopback, Hosting.InProcess)]
    [InlineData(Transport.InMemory, Hosting.InProcess)]
    [InlineData(Transport.TestServer, Hosting.InProcess)]
    [InlineData(Transport.Loopback, Hosting.Child)]
    public async Task Each_exchange_reaches_the_provider_under_an_id_of_its_own(
        Transport transport,
        Hosting hosting
    )
    {
        await using var provider = await StartProviderAsync();
        await using var gateway = SampleGateway
            .Open()
            .UseProvider(provider, "OpenAI:Endpoint")
            .UseTransport(transport)
            .UseHosting(hosting);

        var row = await Execution.Runs.RowAsync(gateway, GatewayScenarios.Chat(), users: 2);

        var audit = provider.GetStatistics().Audit;
        Assert.Empty(row.Errors);
        Assert.Equal(0, audit.WithoutIdentity);
        Assert.Equal([row.Requests + 1, 0, 0, 0], audit.RequestsByAttempts);
    }

    [Fact]
    public async Task Users_of_a_closed_load_get_the_same_delays_among_few_and_among_many()
    {
        var chat = GatewayScenarios.Chat();
        var few = await DelaysAsync(Load.Closed(2, "150ms"), chat);
        var many = await DelaysAsync(Load.Closed(5, "150ms"), chat);

        AssertSameOfTwoUsers(few, many, chat);
    }

    /// <summary>Though all turns of a socket have its upgrade's trace id.</summary>
    [Fact]
    public async Task Turns_on_a_socket_get_the_same_delays_among_few_and_among_many()
    {
        var chat = GatewayScenarios.WebSocketChat();
        var few = await DelaysAsync(Load.Closed(2, "150ms"), chat);
        var many = await DelaysAsync(Load.Closed(5, "150ms"), chat);

        AssertSameOfTwoUsers(few, many, chat);
        var ids = IdsOf(chat);
        var possible = Enumerable
            .Range(0, 5 * many.Count)
            .Select(i => new HitId(HitPhase.Measured, i % 5, i / 5))
            .Append(new HitId(HitPhase.FirstCheck, 0, 0))
            .Select(turn => ids.Of(turn).ToString());
        Assert.Empty(many.Keys.Except(possible));
    }

    [Fact]
    public async Task Arrivals_of_an_open_load_get_the_same_delays_however_many_are_in_flight()
    {
        var load = Load.Constant(200, "200ms");

        var one = await DelaysAsync(load.WithMaxInFlight(1), GatewayScenarios.Chat());
        var many = await DelaysAsync(load, GatewayScenarios.Chat());

        Assert.Equal(41, one.Count);
        Assert.Equal(one, many);
    }

    [Fact]
    public async Task The_next_row_is_no_second_attempt()
    {
        await using var provider = await StartProviderAsync();
        await using var gateway = SampleGateway.Open().UseProvider(provider, "OpenAI:Endpoint");

        await Execution.Runs.RowAsync(gateway, GatewayScenarios.Chat());
        await Execution.Runs.RowAsync(gateway, GatewayScenarios.Chat());

        var journal = provider.GetStatistics().Audit.Journal;
        Assert.All(journal, entry => Assert.Equal(1, entry.Attempt));
        Assert.Equal(2, journal.Count(entry => entry.Request == journal[0].Request));
    }

    [Fact]
    public async Task A_gateway_without_a_provider_gets_no_header()
    {
        var marked = 0;
        await using var target = new Execution.ServerTarget(context =>
        {
            marked += context.Request.Headers.TraceParent.Count;
            return Task.CompletedTask;
        });

        await Execution.Runs.RowAsync(target);

        Assert.Equal(0, marked);
    }

    private static TraceIds IdsOf(Scenario scenario) =>
        new(Execution.Runs.Options.Seed, scenario.Name);

    private static void AssertSameOfTwoUsers(
        Dictionary<string, TimeSpan> few,
        Dictionary<string, TimeSpan> many,
        Scenario scenario
    )
    {
        var shared = few.Keys.Intersect(many.Keys).ToArray();
        for (var user = 0; user < 2; user++)
        {
            var first = IdsOf(scenario).Of(new HitId(HitPhase.Measured, user, 0));
            Assert.Contains(first.ToString(), shared);
        }
        Assert.All(shared, id => Assert.Equal(few[id], many[id]));
        // Else equal delays would prove nothing.
        Assert.True(few.Values.Distinct().Count() > few.Count / 2);
    }

    /// <returns>What the provider planned for each request, by its id; each id came once.</returns>
    private static async Task<Dictionary<string, TimeSpan>> DelaysAsync(
        Load load,
        Scenario scenario
    )
    {
        await using var provider = await StartProviderAsync();
        await using var gateway = SampleGateway.Open().UseProvider(provider, "OpenAI:Endpoint");
        var result = await LoadRunner.RunAsync(
            gateway,
            scenario,
            load,
            Execution.Runs.Options,
            Cancellation
        );
        Assert.Empty(Assert.Single(result.Rows).Errors);
        return provider
            .GetStatistics()
            .Audit.Journal.ToDictionary(entry => entry.Request!, entry => entry.Planned);
    }

    private static Task<FakeProvider> StartProviderAsync() =>
        FakeProvider.StartAsync(
            options =>
            {
                options.Latency = Delay.Uniform("1ms", "3ms");
                options.JournalRequests = 10_000;
            },
            Cancellation
        );
}
