using System.Net;

namespace Gateway.Tests;

public sealed class AccessTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    [InlineData("gw-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task Who_is_not_known_gets_401_that_says_what_is_expected(string? bearer)
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", Access.On());
        using var client = gateway.Connect().As(bearer);

        using var response = await client.ChatAsync();

        var problem = await response.ProblemAsync(401);
        Assert.StartsWith(
            "Who calls is not known",
            problem.Text("detail"),
            StringComparison.Ordinal
        );
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_key_lets_in_as_a_bearer_or_in_a_header_of_its_own()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(upstream.Endpoint, Access.On());
        using var bearer = gateway.Connect().As(Access.ChatKey);
        using var own = gateway.Connect();
        own.DefaultRequestHeaders.Add("X-Api-Key", Access.ChatKey);

        using var first = await bearer.ChatAsync();
        using var second = await own.ChatAsync();

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task Who_lacks_the_scope_gets_403_that_names_it()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(upstream.Endpoint, Access.On());
        using var client = gateway.Connect().As(Access.RunsKey);

        using var response = await client.ChatAsync();

        Assert.Equal(
            "POST '/api/chat' needs the scope 'chat', which the caller lacks.",
            (await response.ProblemAsync(403)).Text("detail")
        );
        Assert.Equal(0, upstream.ChatCount);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/metrics")]
    public async Task What_operators_call_is_open(string path)
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(upstream.Endpoint, Access.On());
        using var client = gateway.Connect();

        using var response = await client.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_path_that_nobody_has_opened_is_closed()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", Access.On());
        using var client = gateway.Connect();

        using var unknown = await client.GetAsync("/nope", Cancellation);
        using var known = await client.As(Access.RunsKey).GetAsync("/nope", Cancellation);

        await unknown.ProblemAsync(401);
        await known.ProblemAsync(404);
    }

    [Theory]
    [InlineData("/v1/chat/completions")]
    [InlineData("/v1/models")]
    public async Task Clients_of_OpenAI_are_told_in_their_own_form(string path)
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", Access.On());
        using var client = gateway.Connect();

        using var response = await client.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var error = (await response.JsonAsync()).GetProperty("error");
        Assert.Equal("invalid_api_key", error.Text("code"));
        Assert.Equal("invalid_request_error", error.Text("type"));
        Assert.StartsWith(
            "Who calls is not known",
            error.Text("message"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task No_log_shows_a_key_a_token_or_a_hash()
    {
        await using var upstream = await Upstream.StartAsync();
        using var logs = new RecordedLogs();
        await using var gateway = new TestGateway(upstream.Endpoint, Access.On()) { Logs = logs };
        using var client = gateway.Connect();
        using var login = await client.LoginAsync();
        var token = (await login.JsonAsync()).Text("access_token");

        foreach (var secret in new[] { token, Access.ChatKey, token + "x", Access.ChatKey + "x" })
        {
            using var response = await client.As(secret).ChatAsync();
        }

        Assert.NotEmpty(logs.Lines);
        var all = string.Join('\n', logs.Lines.Select(line => line.Text).Concat(logs.Scopes));
        Assert.DoesNotContain(token, all, StringComparison.Ordinal);
        Assert.DoesNotContain(Access.ChatKey, all, StringComparison.Ordinal);
        Assert.DoesNotContain(ApiKeys.Hash(Access.ChatKey), all, StringComparison.Ordinal);
        Assert.DoesNotContain(Access.Password, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anybody_to_let_in_it_says_so_at_the_start()
    {
        using var logs = new RecordedLogs();
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", ("Auth:Enabled", "true"))
        {
            Logs = logs,
        };
        using var client = gateway.Connect();

        Assert.Contains(
            logs.Lines,
            line => line.Text.StartsWith("Nobody may call:", StringComparison.Ordinal)
        );
        using var login = await client.LoginAsync();
        await login.ProblemAsync(401);
    }
}
