using System.Net;
using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class RateLimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_256_clients_at_once_exactly_the_limit_gets_through_in_each_window()
    {
        await using var upstream = await Upstream.StartAsync();
        var clock = new ManualTimeProvider();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("RateLimit:Enabled", "true"),
            ("RateLimit:PerIdentity", "100000")
        )
        {
            Clock = clock,
        };
        using var client = gateway.Connect(connections: 256);

        var first = await AskAsync(client);
        var admitted = upstream.ChatCount;
        clock.Advance(TimeSpan.FromSeconds(60));
        var second = await AskAsync(client);

        Assert.Equal(600, first.Count(status => status is HttpStatusCode.OK));
        Assert.Equal(168, first.Count(status => status is HttpStatusCode.TooManyRequests));
        Assert.Equal(first.Order(), second.Order());
        Assert.Equal(600, admitted);
        Assert.Equal(1200, upstream.ChatCount);
    }

    [Fact]
    public async Task A_refusal_names_the_limit_and_says_when_to_come_again()
    {
        var clock = new ManualTimeProvider();
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("RateLimit:Enabled", "true"),
            ("RateLimit:Requests", "1"),
            ("RateLimit:WindowSeconds", "30")
        )
        {
            Clock = clock,
        };
        using var client = gateway.Connect();
        using var first = await client.GetAsync("/nope", Cancellation);
        clock.Advance(TimeSpan.FromSeconds(12.3));

        using var second = await client.GetAsync("/nope", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, first.StatusCode);
        var problem = await second.ProblemAsync(429);
        Assert.Equal("18", second.Headers.RetryAfter?.ToString());
        Assert.Equal(
            "The limit of 1 requests in 30 s of all callers together is reached. Try again after 18 s.",
            problem.Text("detail")
        );
        Assert.Equal("global", problem.Text("limit"));
        Assert.Equal(second.Headers.GetValues("X-Request-Id").Single(), problem.Text("request_id"));
        Assert.Equal(
            1,
            (await client.MetricsAsync()).Value(
                "gateway_limits_refusals_total",
                ("limit", "global")
            )
        );
    }

    [Fact]
    public async Task Callers_have_limits_of_their_own_and_what_those_refuse_costs_others_nothing()
    {
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            Access.On(
                ("RateLimit:Enabled", "true"),
                ("RateLimit:Requests", "6"),
                ("RateLimit:PerIdentity", "3")
            )
        );
        using var ada = gateway.Connect().As(Access.ChatKey);
        using var bob = gateway.Connect().As(Access.RunsKey);
        using var stranger = gateway.Connect();

        await AssertStatusesAsync(ada, [404, 404, 404, 429, 429, 429, 429, 429]);
        // What is refused for its credentials uses up nothing either.
        await AssertStatusesAsync(stranger, [401, 401, 401, 401]);
        await AssertStatusesAsync(bob, [404, 404, 404, 429]);
        using var refused = await ada.GetAsync("/nope", Cancellation);
        Assert.StartsWith(
            "The limit of 3 requests in 60 s of caller 'chatter' is reached.",
            (await refused.ProblemAsync(429)).Text("detail"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Who_has_no_name_takes_nothing_from_those_who_have_to_have_one()
    {
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            Access.On(
                ("RateLimit:Enabled", "true"),
                ("RateLimit:Requests", "3"),
                ("RateLimit:Anonymous", "2")
            )
        );
        using var stranger = gateway.Connect();
        using var chatter = gateway.Connect().As(Access.ChatKey);

        using var first = await stranger.LoginAsync("x", "1");
        using var second = await stranger.LoginAsync("y", "1");
        using var third = await stranger.LoginAsync("z", "1");

        await first.ProblemAsync(401);
        await second.ProblemAsync(401);
        var problem = await third.ProblemAsync(429);
        Assert.Equal("anonymous", problem.Text("limit"));
        Assert.StartsWith(
            "The limit of 2 requests in 60 s of all callers without a name together is reached.",
            problem.Text("detail"),
            StringComparison.Ordinal
        );
        await AssertStatusesAsync(chatter, [404, 404, 404, 429]);
    }

    [Fact]
    public async Task Operators_are_not_limited_and_take_nothing_from_callers()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("RateLimit:Enabled", "true"),
            ("RateLimit:Requests", "1")
        );
        using var client = gateway.Connect();

        foreach (var path in new[] { "/health", "/health/live", "/health/ready", "/metrics" })
        {
            using var response = await client.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        await AssertStatusesAsync(client, [404, 429]);
    }

    [Fact]
    public async Task Clients_of_OpenAI_are_told_in_their_own_form()
    {
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("RateLimit:Enabled", "true"),
            ("RateLimit:Requests", "1")
        );
        using var client = gateway.Connect();
        await StatusesAsync(client, 1);

        using var response = await client.GetAsync("/v1/models", Cancellation);

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        var error = (await response.JsonAsync()).GetProperty("error");
        Assert.Equal("rate_limit_exceeded", error.Text("code"));
        Assert.Equal("requests", error.Text("type"));
        Assert.NotNull(response.Headers.RetryAfter);
    }

    /// <summary>256 clients ask three times each.</summary>
    private static async Task<HttpStatusCode[]> AskAsync(HttpClient client)
    {
        var clients = Enumerable
            .Range(0, 256)
            .Select(async _ =>
            {
                var statuses = new HttpStatusCode[3];
                for (var n = 0; n < statuses.Length; n++)
                {
                    using var response = await client.ChatAsync();
                    statuses[n] = response.StatusCode;
                }
                return statuses;
            });
        return [.. (await Task.WhenAll(clients)).SelectMany(statuses => statuses)];
    }

    private static async Task AssertStatusesAsync(HttpClient client, int[] expected) =>
        Assert.Equal(expected, await StatusesAsync(client, expected.Length));

    private static async Task<int[]> StatusesAsync(HttpClient client, int count)
    {
        var statuses = new int[count];
        for (var n = 0; n < count; n++)
        {
            using var response = await client.GetAsync("/nope", Cancellation);
            statuses[n] = (int)response.StatusCode;
        }
        return statuses;
    }
}
