using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>Who may not search doesn't have the agent do it, whatever way the turn is asked for.</summary>
public sealed class SearchScopeTests
{
    private static readonly string SearchKey = ApiKeys.New();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_agent_of_a_chat_searches_for_who_may(bool may)
    {
        var offered = await OfferedAsync(
            On("chat"),
            async client =>
            {
                using var plain = await client.As(KeyOf(may)).ChatAsync();
                using var streamed = await client.ChatAsync("""{"message":"Hi","stream":true}""");
                await streamed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            }
        );

        Assert.Equal([may, may], offered);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_agent_of_a_run_searches_for_who_may(bool may)
    {
        var offered = await OfferedAsync(
            On("runs"),
            async client => await client.EndAsync(await client.As(KeyOf(may)).SubmittedAsync())
        );

        Assert.Equal([may], offered);
    }

    [Fact]
    public async Task While_nobody_has_to_say_who_they_are_it_searches_for_all()
    {
        var offered = await OfferedAsync(
            [],
            async client =>
            {
                using var chat = await client.ChatAsync();
            }
        );

        Assert.Equal([true], offered);
    }

    private static (string Key, string Value)[] On(string scope) =>
        [
            ("Auth:Enabled", "true"),
            ("Auth:ApiKeys:plain:Hash", ApiKeys.Hash(Access.ChatKey)),
            ("Auth:ApiKeys:plain:Scopes", scope),
            ("Auth:ApiKeys:searcher:Hash", ApiKeys.Hash(SearchKey)),
            ("Auth:ApiKeys:searcher:Scopes", $"{scope} search"),
        ];

    private static string KeyOf(bool maySearch) => maySearch ? SearchKey : Access.ChatKey;

    /// <summary>Whether each call of the provider offered the search.</summary>
    private static async Task<List<bool>> OfferedAsync(
        (string Key, string Value)[] settings,
        Func<HttpClient, Task> ask
    )
    {
        var offered = new List<bool>();
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = async context =>
        {
            var body = await context.Request.ReadFromJsonAsync<JsonElement>(context.RequestAborted);
            offered.Add(
                body.GetProperty("tools")
                    .EnumerateArray()
                    .Any(tool => tool.GetProperty("function").Text("name") == "search_documents")
            );
            if (body.TryGetProperty("stream", out var stream) && stream.GetBoolean())
            {
                context.Response.ContentType = "text/event-stream";
                await context.Response.WriteAsync(
                    $"data: {Chunk.Text("Hello!")}\n\ndata: {Chunk.Finish()}\n\ndata: {Chunk.Done}\n\n",
                    context.RequestAborted
                );
                return;
            }
            await Completion.WriteAsync(context, "Hello!");
        };
        await using var gateway = new TestGateway(upstream.Endpoint, settings);
        using var client = gateway.Connect();
        gateway.Services.GetRequiredService<DocumentIndex>().Put([new("a", "Whales", "Big.")]);
        await ask(client);
        return offered;
    }
}
