using Microsoft.Extensions.AI;
using static Gateway.Tests.ScriptedModel;

namespace Gateway.Tests;

/// <summary>What a caller said rests while an answer streams in, and is there when it is read.</summary>
public sealed class AgentRestTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_rests_from_the_first_piece_on(bool withTools)
    {
        var message = new TurnMessage("Hi");
        using var agent = new TestAgent(new ScriptedModel(Says("Ok")));
        var options = new ChatOptions { ToolMode = withTools ? null : ChatToolMode.None };
        await using var stream = agent
            .Client.GetStreamingResponseAsync([message], options, Cancelled)
            .GetAsyncEnumerator(Cancelled);
        Assert.Equal("Hi", message.Text);

        Assert.True(await stream.MoveNextAsync());

        Assert.Equal("", message.Text);
        Assert.Equal("Hi", message.Said);
    }

    [Fact]
    public async Task Each_step_is_asked_with_it()
    {
        List<string> questions = [];
        var model = new ScriptedModel(asked =>
        {
            // Now: what was asked rests by the time that all is over.
            questions.Add(asked.Question);
            return Task.FromResult(
                questions.Count < 3
                    ? Calls("Wait", ("calculator", new { expression = "2^10" }))
                    : Says("Ok")
            );
        });
        using var agent = new TestAgent(model);

        await agent
            .Client.GetStreamingResponseAsync([new TurnMessage("Hi")], cancellationToken: Cancelled)
            .ToListAsync(Cancelled);

        Assert.Equal(["Hi", "Hi", "Hi"], questions);
    }
}
