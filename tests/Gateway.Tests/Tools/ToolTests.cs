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
        var tool = new DocumentSearchTool(new ListedDocuments());

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
        var search = new ListedDocuments(Fjords);
        var tool = new DocumentSearchTool(search);

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
        var tool = new DocumentSearchTool(new ListedDocuments());

        Assert.Equal(
            "No document fits.",
            await tool.InvokeAsync(new() { ["query"] = "q" }, Cancelled)
        );
    }

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public async Task Search_is_offered_to_who_may_search_where_there_are_documents(
        bool may,
        bool hasDocuments,
        bool offered
    )
    {
        var documents = hasDocuments ? [Fjords] : Array.Empty<FoundDocument>();
        var model = new ScriptedModel(ScriptedModel.Says("Hello!"));
        using var agent = new TestAgent(
            model,
            services => services.AddSingleton<IDocumentSearch>(new ListedDocuments(documents))
        );

        await agent.AskAsync(streamed: false, options: new TurnOptions { MaySearch = may });

        Assert.Equal(offered, model.Asked.Single().Tools.Contains("search_documents"));
    }

    [Fact]
    public async Task A_sub_agent_searches_no_more_than_who_asked_for_it()
    {
        var model = new ScriptedModel(asked =>
            Task.FromResult(
                asked.Question == "Hi" && asked.Messages.Count == 1
                    ? ScriptedModel.Calls(("delegate", new { tasks = (string[])["look"] }))
                    : ScriptedModel.Says("Done.")
            )
        );
        using var agent = new TestAgent(
            model,
            services => services.AddSingleton<IDocumentSearch>(new ListedDocuments(Fjords))
        );

        await agent.AskAsync(streamed: false, options: new TurnOptions { MaySearch = false });
        await agent.AskAsync(streamed: false, options: new TurnOptions { MaySearch = true });

        Assert.Equal(
            [false, true],
            model
                .Asked.Where(asked => asked.Question == "look")
                .Select(asked => asked.Tools.Contains("search_documents"))
        );
    }

    private static FoundDocument Fjords => new("7", "On 'fjords'", "Déjà vu", 0.5);
}
