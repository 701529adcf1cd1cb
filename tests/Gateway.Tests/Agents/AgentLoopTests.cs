using Microsoft.Extensions.AI;
using static Gateway.Tests.ScriptedModel;

namespace Gateway.Tests;

public sealed class AgentLoopTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_model_that_calls_nothing_is_asked_once_and_offered_the_tools(bool streamed)
    {
        var model = new ScriptedModel(Says("Hello!"));
        using var agent = new TestAgent(model);

        var response = await agent.AskAsync(streamed);

        Assert.Equal("Hello!", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal(15, response.Usage?.TotalTokenCount);
        var asked = Assert.Single(model.Asked);
        Assert.Equal("Hi", Assert.Single(asked.Messages).Text);
        Assert.Equal(["clock", "calculator", "delegate"], asked.Tools);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_called_tool_is_run_and_its_result_goes_back_to_the_model(bool streamed)
    {
        var model = new ScriptedModel(
            Calls("Let me see.", ("calculator", new { expression = "6 * 7" })),
            Says("It is 42.")
        );
        using var agent = new TestAgent(model);

        var response = await agent.AskAsync(streamed);

        Assert.Equal("It is 42.", response.Messages[^1].Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal(30, response.Usage?.TotalTokenCount);
        Assert.Equal(20, response.Usage?.InputTokenCount);
        var second = model.Asked.Last();
        Assert.Equal(
            [ChatRole.User, ChatRole.Assistant, ChatRole.Tool],
            second.Messages.Select(message => message.Role)
        );
        Assert.Equal("Let me see.", second.Messages[1].Text);
        Assert.Single(second.Messages[1].Contents.OfType<FunctionCallContent>());
        var result = Assert.IsType<FunctionResultContent>(
            Assert.Single(second.Messages[2].Contents)
        );
        Assert.Equal("call-0", result.CallId);
        Assert.Equal("42", result.Result);
        // The answer shows how it came about.
        Assert.Equal(
            [ChatRole.Assistant, ChatRole.Tool, ChatRole.Assistant],
            response.Messages.Select(message => message.Role)
        );
    }

    [Fact]
    public async Task A_call_that_the_caller_demands_is_demanded_once()
    {
        var model = new ScriptedModel(Calls(("clock", new { })), Says("Done."));
        using var agent = new TestAgent(model);
        var options = new ChatOptions { ToolMode = ChatToolMode.RequireSpecific("clock") };

        await agent.AskAsync(streamed: true, options: options);

        Assert.Equal(
            [options.ToolMode, null],
            model.Asked.Select(asked => asked.Options?.ToolMode)
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_last_step_offers_no_tools(bool streamed)
    {
        var model = new ScriptedModel(asked =>
            Task.FromResult(asked.Tools.Any() ? Calls(("clock", new { })) : Says("Enough."))
        );
        using var agent = new TestAgent(model, ("Agent:MaxSteps", "3"));

        var response = await agent.AskAsync(streamed);

        Assert.Equal([3, 3, 0], model.Asked.Select(asked => asked.Tools.Count()));
        Assert.Equal("Enough.", response.Text);
        Assert.Equal(45, response.Usage?.TotalTokenCount);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_model_that_calls_where_nothing_is_offered_is_no_use(bool streamed)
    {
        var model = new ScriptedModel(_ => Task.FromResult(Calls(("clock", new { }))));
        using var agent = new TestAgent(model, ("Agent:MaxSteps", "2"));

        var failure = await Assert.ThrowsAsync<ProviderException>(() => agent.AskAsync(streamed));

        Assert.Equal(ProviderFailure.InvalidAnswer, failure.Failure);
        Assert.Equal(2, model.Asked.Count);
    }

    [Fact]
    public async Task A_turn_that_has_used_its_tokens_gets_no_more_tools()
    {
        var model = new ScriptedModel(asked =>
            Task.FromResult(asked.Tools.Any() ? Calls(("clock", new { })) : Says("Enough."))
        );
        using var agent = new TestAgent(model, ("Agent:MaxTokens", "30"));

        await agent.AskAsync(streamed: true);

        // 15 tokens a step.
        Assert.Equal([3, 3, 0], model.Asked.Select(asked => asked.Tools.Count()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Calls_of_tools_that_the_caller_brought_are_his(bool streamed)
    {
        var model = new ScriptedModel(Calls(("calculator", new { expression = "1" })));
        using var agent = new TestAgent(model);
        var options = new ChatOptions
        {
            Tools = [new ProbeTool("calculator", (_, _) => throw new InvalidOperationException())],
        };

        var response = await agent.AskAsync(streamed, options: options);

        Assert.Same(options, Assert.Single(model.Asked).Options);
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
        Assert.Single(response.Messages[0].Contents.OfType<FunctionCallContent>());
    }

    [Fact]
    public async Task Other_options_reach_the_model_in_each_step_and_stay_as_they_were()
    {
        var model = new ScriptedModel(Calls(("clock", new { })), Says("Done."));
        using var agent = new TestAgent(model);
        var options = new ChatOptions { Temperature = 0.5f, MaxOutputTokens = 9 };

        await agent.AskAsync(streamed: false, options: options);

        Assert.All(
            model.Asked,
            asked =>
                Assert.Equal(
                    (0.5f, 9),
                    (asked.Options?.Temperature, asked.Options?.MaxOutputTokens)
                )
        );
        Assert.Null(options.Tools);
    }

    [Fact]
    public async Task A_caller_who_wants_no_calls_gets_none_offered()
    {
        var model = new ScriptedModel(Says("Hello!"));
        using var agent = new TestAgent(model);
        var options = new ChatOptions { ToolMode = ChatToolMode.None };

        await agent.AskAsync(streamed: false, options: options);

        Assert.Same(options, Assert.Single(model.Asked).Options);
    }

    [Fact]
    public async Task The_system_prompt_comes_first_in_each_step()
    {
        var model = new ScriptedModel(Calls(("clock", new { })), Says("Done."));
        using var agent = new TestAgent(model, ("Agent:SystemPrompt", "Be brief."));

        await agent.AskAsync(streamed: true);

        Assert.All(
            model.Asked,
            asked =>
            {
                Assert.Equal(ChatRole.System, asked.Messages[0].Role);
                Assert.Equal("Be brief.", asked.Messages[0].Text);
                Assert.Single(asked.Messages, message => message.Role == ChatRole.System);
            }
        );
    }

    [Fact]
    public void An_agent_that_is_switched_off_is_not_there()
    {
        var model = new ScriptedModel(Says("Hello!"));
        using var agent = new TestAgent(model, ("Agent:Enabled", "false"));

        Assert.Same(model, agent.Client);
    }
}
