using GatewayBench.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

public sealed class ToolTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "Thursday, 2026-01-01T00:00:00+00:00 (UTC)")]
    [InlineData("Europe/Oslo", "Thursday, 2026-01-01T01:00:00+01:00 (Europe/Oslo)")]
    [InlineData("America/New_York", "Wednesday, 2025-12-31T19:00:00-05:00 (America/New_York)")]
    public async Task The_clock_tells_day_and_time_of_a_zone(string? zone, string expected)
    {
        var clock = new ClockTool(new ManualTimeProvider());

        var told = await clock.InvokeAsync(new() { ["time_zone"] = zone }, Cancelled);

        Assert.Equal(expected, told);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    [InlineData(1.5)]
    [InlineData("three")]
    public async Task A_number_that_does_not_fit_is_refused(object count)
    {
        var tool = new DocumentSearchTool([new ListedDocuments()]);

        var failure = await Assert.ThrowsAsync<ToolException>(async () =>
            await tool.InvokeAsync(new() { ["query"] = "q", ["count"] = count }, Cancelled)
        );

        Assert.EndsWith(
            ": allowed is a whole number from 1 to 20.",
            failure.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("fjords", null, "fjords 5")]
    [InlineData("fjords", 2, "fjords 2")]
    public async Task Documents_are_searched_and_told_as_JSON(
        string query,
        int? count,
        string expected
    )
    {
        var search = new ListedDocuments(new FoundDocument("7", "On 'fjords'", "Déjà vu", 0.5));
        var tool = new DocumentSearchTool([search]);

        var told = await tool.InvokeAsync(
            new() { ["query"] = query, ["count"] = count },
            Cancelled
        );

        Assert.Equal(expected, search.Asked);
        Assert.Equal("""[{"id":"7","title":"On 'fjords'","text":"Déjà vu","score":0.5}]""", told);
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_so()
    {
        var tool = new DocumentSearchTool([new ListedDocuments()]);

        Assert.Equal(
            "No document fits.",
            await tool.InvokeAsync(new() { ["query"] = "q" }, Cancelled)
        );
    }

    [Fact]
    public async Task Search_is_offered_where_there_is_an_index()
    {
        var model = new ScriptedModel(ScriptedModel.Says("Hello!"));
        using var agent = new TestAgent(
            model,
            services => services.AddSingleton<IDocumentSearch>(new ListedDocuments())
        );

        await agent.AskAsync(streamed: false);

        Assert.Contains("search_documents", model.Asked.Single().Tools);
    }

    /// <summary>Finds the same documents whatever it is asked.</summary>
    private sealed class ListedDocuments(params FoundDocument[] documents) : IDocumentSearch
    {
        public string? Asked { get; private set; }

        public Task<IReadOnlyList<FoundDocument>> SearchAsync(
            string query,
            int count,
            CancellationToken cancellationToken
        )
        {
            Asked = $"{query} {count}";
            return Task.FromResult<IReadOnlyList<FoundDocument>>(documents);
        }
    }
}
