using System.Net;
using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class LoginTests
{
    [Fact]
    public async Task A_token_lets_its_user_in_until_it_expires()
    {
        await using var upstream = await Upstream.StartAsync();
        var clock = new ManualTimeProvider();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            Access.On(("Auth:TokenSeconds", "900"))
        )
        {
            Clock = clock,
        };
        using var client = gateway.Connect();

        using var login = await client.LoginAsync();

        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
        Assert.Equal("no-store", login.Headers.CacheControl?.ToString());
        var reply = await login.JsonAsync();
        Assert.Equal("Bearer", reply.Text("token_type"));
        Assert.Equal(900, reply.GetProperty("expires_in").GetInt32());
        Assert.Equal("chat runs", reply.Text("scope"));
        client.As(reply.Text("access_token"));
        clock.Advance(TimeSpan.FromSeconds(899));
        using var before = await client.ChatAsync();
        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        clock.Advance(TimeSpan.FromSeconds(1));
        using var after = await client.ChatAsync();
        await after.ProblemAsync(401);
    }

    [Fact]
    public async Task Tokens_are_good_for_no_other_gateway_unless_they_share_the_keys()
    {
        await using var upstream = await Upstream.StartAsync();
        var keys = Directory.CreateTempSubdirectory();
        try
        {
            await using var alone = new TestGateway(upstream.Endpoint, Access.On());
            await using var one = Sharing();
            await using var two = Sharing();

            Assert.Equal(HttpStatusCode.OK, await UseAsync(await TokenAsync(one), two));
            Assert.NotEmpty(keys.GetFiles());
            Assert.Equal(HttpStatusCode.Unauthorized, await UseAsync(await TokenAsync(one), alone));
            Assert.Equal(HttpStatusCode.Unauthorized, await UseAsync(await TokenAsync(alone), one));
        }
        finally
        {
            keys.Delete(recursive: true);
        }

        TestGateway Sharing() =>
            new(upstream.Endpoint, Access.On(("Auth:KeysPath", keys.FullName)));
    }

    [Theory]
    [InlineData("ada", "chat", HttpStatusCode.OK)]
    [InlineData("ada", "runs", HttpStatusCode.Forbidden)]
    [InlineData("bob", "chat", HttpStatusCode.Unauthorized)]
    public async Task A_token_is_worth_what_its_user_still_has(
        string user,
        string scopes,
        HttpStatusCode expected
    )
    {
        await using var upstream = await Upstream.StartAsync();
        var keys = Directory.CreateTempSubdirectory();
        try
        {
            await using var before = new TestGateway(
                upstream.Endpoint,
                Access.On(("Auth:KeysPath", keys.FullName))
            );
            await using var after = new TestGateway(
                upstream.Endpoint,
                ("Auth:Enabled", "true"),
                ("Auth:KeysPath", keys.FullName),
                ($"Auth:Users:{user}:PasswordHash", Passwords.Hash(Access.Password)),
                ($"Auth:Users:{user}:Scopes", scopes)
            );

            Assert.Equal(expected, await UseAsync(await TokenAsync(before), after));
        }
        finally
        {
            keys.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("ada", "wrong")]
    [InlineData("nobody", Access.Password)]
    public async Task Who_is_not_known_and_who_has_another_password_are_told_the_same(
        string user,
        string password
    )
    {
        using var logs = new RecordedLogs();
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", Access.On())
        {
            Logs = logs,
        };
        using var client = gateway.Connect();

        using var response = await client.LoginAsync(user, password);

        var problem = await response.ProblemAsync(401);
        Assert.Equal("There is no such user, or it is another password.", problem.Text("detail"));
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Contains(
            logs.Lines,
            line => line.Text.StartsWith("A login from 127.0.0.1 failed.", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(logs.Lines, line => line.Text.Contains(password));
    }

    [Fact]
    public async Task Failed_logins_are_limited_for_a_user_and_an_address_until_the_minute_is_over()
    {
        var clock = new ManualTimeProvider();
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            Access.On(("Auth:FailedLoginsPerMinute", "2"))
        )
        {
            Clock = clock,
        };
        using var client = gateway.Connect();
        // Those that succeed don't count.
        for (var n = 0; n < 3; n++)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.LoginAsync()).StatusCode);
        }
        Assert.Equal(401, (int)(await client.LoginAsync("x", "1")).StatusCode);
        Assert.Equal(401, (int)(await client.LoginAsync("ada", "1")).StatusCode);
        clock.Advance(TimeSpan.FromSeconds(20.5));

        using var refused = await client.LoginAsync();

        var problem = await refused.ProblemAsync(429);
        Assert.Equal("40", refused.Headers.RetryAfter?.ToString());
        Assert.Equal(
            "2 logins of this address have failed within a minute. Try again after 40 s.",
            problem.Text("detail")
        );
        Assert.Equal("login", problem.Text("limit"));
        clock.Advance(TimeSpan.FromSeconds(39.5));
        Assert.Equal(HttpStatusCode.OK, (await client.LoginAsync()).StatusCode);
    }

    [Theory]
    [InlineData(
        """{"user":"ada"}""",
        "password is missing: a string that is not empty is expected."
    )]
    [InlineData(
        """{"user":"","password":"p"}""",
        "user is missing: a string that is not empty is expected."
    )]
    [InlineData("[]", "body is []: a JSON object is expected.")]
    [InlineData(
        "user=ada",
        "body is no JSON (line 1, byte 1): a JSON object with user and password is expected."
    )]
    public async Task A_body_that_is_no_login_is_told_what_is_expected(string body, string detail)
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", Access.On());
        using var client = gateway.Connect();

        using var response = await client.PostAsync(
            "/auth/login",
            TestGateway.Json(body),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(detail, (await response.ProblemAsync(400)).Text("detail"));
    }

    private static async Task<string> TokenAsync(TestGateway gateway)
    {
        using var client = gateway.Connect();
        using var login = await client.LoginAsync();
        return (await login.JsonAsync()).Text("access_token");
    }

    private static async Task<HttpStatusCode> UseAsync(string token, TestGateway gateway)
    {
        using var client = gateway.Connect().As(token);
        using var chat = await client.ChatAsync();
        return chat.StatusCode;
    }
}
