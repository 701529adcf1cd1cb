using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests;

/// <summary>The document's schemas against what the gateway answers.</summary>
public sealed class RealAnswersTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    private static readonly (string, string) AllScopes = (
        "Auth:Users:ada:Scopes",
        "chat runs search documents"
    );

    private const string Hi = """{"message":"Hi","session_id":"s1"}""";
    private const string Completion =
        """{"model":"gpt-4o-mini","messages":[{"role":"user","content":"Hi"}]}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = HangGuard)]
    public async Task Every_endpoint_answers_as_the_document_says()
    {
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(upstream.Endpoint, Access.On(AllScopes));
        using var client = gateway.Connect();
        var page = await ApiPage.ReadAsync(client);
        var asked = new HashSet<string>();
        var ended = await EndedRunAsync(client);

        await CheckAsync("GET /health/live");
        await CheckAsync("GET /health");
        await CheckAsync("GET /health/ready");
        await CheckAsync("GET /metrics");
        await CheckAsync("GET /ws/chat", status: 426);
        await CheckAsync(
            "POST /auth/login",
            $$"""{"user":"ada","password":"{{Access.Password}}"}"""
        );
        await CheckAsync("POST /api/chat", Hi);
        var whole = upstream.Chat;
        new ChunkFeed(upstream).Answer("Hello!");
        await CheckAsync("POST /api/chat", """{"message":"Hi","stream":true}""");
        upstream.Chat = whole;
        await CheckAsync("GET /api/sessions/{id}", with: "s1");
        await CheckAsync("POST /v1/chat/completions", Completion);
        await CheckAsync("GET /v1/models");
        await CheckAsync("GET /v1/models/{name}", with: "gpt-4o-mini");
        await CheckAsync("POST /v1/runs", """{"input":"Hi"}""", status: 202);
        await CheckAsync("GET /v1/runs");
        await CheckAsync("GET /v1/runs/{id}", with: ended);
        await CheckAsync("GET /v1/runs/{id}/events", with: ended);
        await CheckAsync("DELETE /v1/runs/{id}", status: 204, with: ended);
        await CheckAsync("POST /api/documents", """[{"id":"1","title":"Hi","text":"there"}]""");
        await CheckAsync("POST /api/search", """{"query":"there"}""");
        await CheckAsync("DELETE /api/sessions/{id}", status: 204, with: "s1");

        Assert.Equal(page.Operations.Keys.Order(), asked.Order());

        async Task CheckAsync(
            string operation,
            string? body = null,
            int status = 200,
            string with = ""
        )
        {
            asked.Add(operation);
            using var response = await AskAsync(client, operation, body, with);
            Assert.Equal(status, (int)response.StatusCode);
            await page.CheckAsync(operation, response);
        }
    }

    [Theory(Timeout = HangGuard)]
    [InlineData("POST /api/chat", "{}", 400)]
    [InlineData("POST /api/chat", "no JSON", 400)]
    [InlineData("POST /api/search", "{}", 400)]
    [InlineData("POST /api/documents", "{}", 400)]
    [InlineData("POST /v1/runs", "{}", 400)]
    [InlineData("POST /auth/login", "{}", 400)]
    [InlineData("POST /auth/login", """{"user":"ada","password":"other"}""", 401)]
    [InlineData("POST /v1/chat/completions", "{}", 400)]
    [InlineData("POST /v1/chat/completions", """{"model":"other","messages":[]}""", 404)]
    [InlineData("GET /v1/models/{name}", null, 404)]
    [InlineData("GET /v1/runs?limit=0", null, 400)]
    [InlineData("GET /v1/runs/{id}", null, 404)]
    [InlineData("GET /v1/runs/{id}/events", null, 404)]
    [InlineData("DELETE /v1/runs/{id}", null, 404)]
    [InlineData("GET /api/sessions/{id}", null, 404)]
    [InlineData("GET /api/sessions/{id}?limit=0", null, 400)]
    [InlineData("DELETE /api/sessions/{id}", null, 404)]
    public async Task What_a_caller_gets_wrong_is_told_as_the_document_says(
        string request,
        string? body,
        int status
    )
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1", Access.On(AllScopes));
        using var client = gateway.Connect();
        var page = await ApiPage.ReadAsync(client);
        await LoginAsync(client);

        using var response = await AskAsync(client, request, body, "nowhere");

        Assert.Equal(status, (int)response.StatusCode);
        await page.CheckAsync(request.Split('?')[0], response);
    }

    [Fact(Timeout = HangGuard)]
    public async Task Every_endpoint_refuses_callers_as_the_document_says()
    {
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            Access.On(
                ("Auth:ApiKeys:nothing:Hash", ApiKeys.Hash("gw-nothing")),
                ("Auth:ApiKeys:nothing:Scopes", "documents")
            )
        );
        using var client = gateway.Connect();
        var page = await ApiPage.ReadAsync(client);

        foreach (var (operation, its) in page.Operations)
        {
            if (its.Security is not { Count: > 0 })
            {
                continue;
            }
            using var unknown = await AskAsync(client.As(null), operation, "{}");
            Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
            await page.CheckAsync(operation, unknown);
            if (operation != "POST /api/documents")
            {
                using var lacking = await AskAsync(client.As("gw-nothing"), operation, "{}");
                Assert.Equal(HttpStatusCode.Forbidden, lacking.StatusCode);
                await page.CheckAsync(operation, lacking);
            }
        }
    }

    [Fact(Timeout = HangGuard)]
    public async Task Every_limited_endpoint_answers_429_as_the_document_says()
    {
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("RateLimit:Enabled", "true"),
            ("RateLimit:Requests", "1")
        );
        using var client = gateway.Connect();
        // The one that is let through.
        var page = await ApiPage.ReadAsync(client);

        foreach (var (operation, its) in page.Operations)
        {
            if (its.Responses!.ContainsKey("429"))
            {
                using var response = await AskAsync(client, operation, "{}");
                Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
                await page.CheckAsync(operation, response);
            }
        }
    }

    [Theory(Timeout = HangGuard)]
    [InlineData("POST /api/chat", Hi, 400, 400)]
    [InlineData("POST /api/chat", Hi, 413, 413)]
    [InlineData("POST /api/chat", Hi, 422, 422)]
    [InlineData("POST /api/chat", Hi, 429, 429)]
    [InlineData("POST /api/chat", Hi, 401, 502)]
    [InlineData("POST /v1/chat/completions", Completion, 400, 400)]
    [InlineData("POST /v1/chat/completions", Completion, 422, 422)]
    [InlineData("POST /v1/chat/completions", Completion, 429, 429)]
    [InlineData("POST /v1/chat/completions", Completion, 500, 502)]
    public async Task A_failing_provider_is_told_as_the_document_says(
        string operation,
        string body,
        int its,
        int status
    )
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
        {
            context.Response.StatusCode = its;
            context.Response.Headers.RetryAfter = "60";
            return context.Response.WriteAsJsonAsync(
                new
                {
                    error = new
                    {
                        message = "No.",
                        code = "no",
                        param = "messages",
                    },
                }
            );
        };
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Resilience:MaxRetries", "0")
        );
        using var client = gateway.Connect();
        var page = await ApiPage.ReadAsync(client);

        using var response = await AskAsync(client, operation, body);

        Assert.Equal(status, (int)response.StatusCode);
        await page.CheckAsync(operation, response);
    }

    [Fact(Timeout = HangGuard)]
    public async Task What_the_document_has_in_a_completions_body_may_be_sent()
    {
        const string Body = """
            {"model":"gpt-4o-mini","messages":[
              {"role":"system","content":"s","name":"n"},
              {"role":"user","content":[{"type":"text","text":"a"}]},
              {"role":"assistant","content":null,"refusal":"no","tool_calls":[{"id":"c1","type":"function","function":{"name":"f","arguments":"{}"}}]},
              {"role":"tool","tool_call_id":"c1","content":"ok"}],
            "stream":true,"stream_options":{"include_usage":true},"temperature":0.5,"top_p":0.5,
            "frequency_penalty":1,"presence_penalty":1,"max_tokens":7,"max_completion_tokens":7,
            "seed":1,"stop":["x"],"reasoning_effort":"low","response_format":{"type":"text"},
            "tools":[{"type":"function","function":{"name":"f"}}],"tool_choice":"auto",
            "parallel_tool_calls":true,"user":"u"}
            """;
        await using var upstream = await Upstream.StartAsync();
        new ChunkFeed(upstream).Answer("Hello!");
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();
        var operation = (await ApiPage.ReadAsync(client)).Operations["POST /v1/chat/completions"];
        var schema = operation.RequestBody!.Content!["application/json"].Schema!;
        var sent = JsonElement.Parse(Body);

        using var response = await AskAsync(client, "POST /v1/chat/completions", Body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(SchemaCheck.Of(schema, sent));
        Assert.Equal(
            schema.Properties!.Keys.Order(),
            sent.EnumerateObject().Select(field => field.Name).Order()
        );
    }

    /// <param name="client">Whom to ask by.</param>
    /// <param name="request">An operation's name, with a query if wanted.</param>
    /// <param name="body">For those that take one.</param>
    /// <param name="with">What the path's parameter becomes.</param>
    private static Task<HttpResponseMessage> AskAsync(
        HttpClient client,
        string request,
        string? body,
        string with = "x"
    )
    {
        var (method, path) = (request.Split(' ')[0], request.Split(' ')[1]);
        path = path.Replace("{id}", with, StringComparison.Ordinal)
            .Replace("{name}", with, StringComparison.Ordinal);
        return client.SendAsync(
            new HttpRequestMessage(new HttpMethod(method), path)
            {
                Content = method == "POST" ? TestGateway.Json(body!) : null,
            },
            Cancelled
        );
    }

    private static async Task LoginAsync(HttpClient client)
    {
        using var login = await client.LoginAsync();
        client.As((await login.JsonAsync()).Text("access_token"));
    }

    private static async Task<string> EndedRunAsync(HttpClient client)
    {
        await LoginAsync(client);
        using var submitted = await AskAsync(client, "POST /v1/runs", """{"input":"Hi"}""");
        var id = (await submitted.JsonAsync()).Text("id");
        // Its events go on to its end.
        using var events = await AskAsync(client, "GET /v1/runs/{id}/events", null, id);
        Assert.Contains(
            "event: end",
            await events.Content.ReadAsStringAsync(Cancelled),
            StringComparison.Ordinal
        );
        return id;
    }
}
