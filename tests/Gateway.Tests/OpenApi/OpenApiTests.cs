using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Gateway.Tests;

public sealed class OpenApiTests
{
    private const string Nobody = "http://127.0.0.1:1/v1";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_is_in_a_document_that_OpenAPIs_own_reader_finds_valid()
    {
        await using var gateway = new TestGateway(Nobody, Access.On());
        using var client = gateway.Connect();

        var page = await ApiPage.ReadAsync(client);

        Assert.Empty(page.Diagnostic.Errors);
        Assert.Empty(page.Diagnostic.Warnings);
        Assert.Matches("^3[.]1", page.Json.Text("openapi"));
        Assert.Equal(
            ApiPage.Routes(gateway).Keys.Order(StringComparer.Ordinal),
            page.Operations.Keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Every_endpoint_says_what_it_takes_and_answers()
    {
        await using var gateway = new TestGateway(Nobody, Access.On());
        using var client = gateway.Connect();

        var page = await ApiPage.ReadAsync(client);

        Assert.All(
            page.Operations,
            each =>
            {
                var (name, operation) = each;
                Assert.False(string.IsNullOrEmpty(operation.Summary));
                Assert.Equal(
                    name.StartsWith("POST", StringComparison.Ordinal),
                    TakesBody(operation)
                );
                Assert.Contains(operation.Responses!, r => r.Key[0] is '1' or '2');
                Assert.All(
                    operation.Responses!,
                    answer =>
                    {
                        Assert.Contains("X-Request-Id", answer.Value.Headers!.Keys);
                        var bodyless = answer.Key is "101" or "204";
                        Assert.Equal(bodyless, answer.Value.Content is not { Count: > 0 });
                        Assert.All(
                            answer.Value.Content ?? new Dictionary<string, OpenApiMediaType>(),
                            content => Assert.NotNull(content.Value.Schema)
                        );
                    }
                );
            }
        );
    }

    [Fact]
    public async Task Every_endpoint_says_which_scope_it_asks_for_and_how_to_show_it()
    {
        await using var gateway = new TestGateway(Nobody, Access.On());
        using var client = gateway.Connect();

        var page = await ApiPage.ReadAsync(client);

        Assert.Equal(
            ["api_key", "bearer"],
            page.Document.Components!.SecuritySchemes!.Keys.Order()
        );
        Assert.All(
            ApiPage.Routes(gateway),
            route =>
            {
                var operation = page.Operations[route.Key];
                var scope = route.Value.Metadata.GetMetadata<IAuthorizeData>()?.Policy;
                Assert.Equal(
                    scope is null ? [] : ["api_key", "bearer"],
                    (operation.Security ?? [])
                        .SelectMany(ways => ways.Keys.Select(way => way.Reference.Id!))
                        .Order()
                );
                Assert.All(
                    (operation.Security ?? []).SelectMany(ways => ways.Values),
                    scopes => Assert.Equal(scope, Assert.Single(scopes))
                );
                Assert.Equal(scope is not null, operation.Responses!.ContainsKey("403"));
            }
        );
    }

    [Fact]
    public async Task Without_authentication_nobody_is_asked()
    {
        await using var gateway = new TestGateway(Nobody);
        using var client = gateway.Connect();

        var page = await ApiPage.ReadAsync(client);

        Assert.Null(page.Document.Components!.SecuritySchemes);
        Assert.All(page.Operations.Values, operation => Assert.Empty(operation.Security ?? []));
    }

    [Fact]
    public async Task Every_endpoint_that_is_limited_says_when_to_come_back()
    {
        await using var gateway = new TestGateway(Nobody, Access.On());
        using var client = gateway.Connect();

        var page = await ApiPage.ReadAsync(client);

        Assert.All(
            ApiPage.Routes(gateway),
            route =>
            {
                var limited = route.Value.Metadata.GetMetadata<Operational>() is null;
                var told = page.Operations[route.Key].Responses!.TryGetValue("429", out var answer);
                Assert.Equal(limited, told);
                Assert.True(!told || answer!.Headers!.ContainsKey("Retry-After"));
            }
        );
    }

    [Fact]
    public async Task A_chats_body_needs_only_its_message()
    {
        await using var gateway = new TestGateway(Nobody, Access.On());
        using var client = gateway.Connect();

        var page = await ApiPage.ReadAsync(client);

        var chat = BodyOf(page.Operations["POST /api/chat"]);
        Assert.Equal(["message", "session_id", "stream"], chat.Properties!.Keys.Order());
        Assert.Equal(["message"], chat.Required!);
        var run = BodyOf(page.Operations["POST /v1/runs"]);
        Assert.Equal(["input", "session_id"], run.Properties!.Keys.Order());
        Assert.Equal(["input"], run.Required!);
        var login = BodyOf(page.Operations["POST /auth/login"]);
        Assert.Equal(["password", "user"], login.Required!.Order());
    }

    [Fact]
    public async Task It_is_made_once_and_caches_only_have_to_ask_whether_it_still_holds()
    {
        var made = 0;
        await using var gateway = new TestGateway(Nobody)
        {
            Configure = services =>
                services.Configure<OpenApiOptions>(
                    "v1",
                    options =>
                        options.AddDocumentTransformer(
                            (_, _, _) =>
                            {
                                Interlocked.Increment(ref made);
                                return Task.CompletedTask;
                            }
                        )
                ),
        };
        using var client = gateway.Connect();

        using var first = await client.GetAsync(ApiPage.Path, Cancelled);
        using var again = new HttpRequestMessage(HttpMethod.Get, ApiPage.Path)
        {
            Headers = { IfNoneMatch = { first.Headers.ETag! } },
        };
        using var second = await client.SendAsync(again, Cancelled);
        using var third = await client.GetAsync(ApiPage.Path, Cancelled);

        Assert.Equal(1, made);
        Assert.Equal("public, no-cache", first.Headers.CacheControl!.ToString());
        Assert.Equal("application/json", first.Content.Headers.ContentType!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(
            await first.Content.ReadAsStringAsync(Cancelled),
            await third.Content.ReadAsStringAsync(Cancelled)
        );
    }

    private static bool TakesBody(OpenApiOperation operation) =>
        operation.RequestBody?.Content?.Values.All(content => content.Schema is not null) is true;

    private static IOpenApiSchema BodyOf(OpenApiOperation operation) =>
        operation.RequestBody!.Content!["application/json"].Schema!;
}
