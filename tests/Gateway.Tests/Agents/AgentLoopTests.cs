using GatewayBench.Support;
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

    [Theory]
    [InlineData(
        "nothing",
        "{}",
        "Error: there is no tool 'nothing': allowed are clock, calculator"
    )]
    [InlineData("calculator", "{}", "Error: expression is missing: allowed is a text of 1 to")]
    [InlineData("calculator", """{"expression":5}""", "Error: expression is 5: allowed is a text")]
    [InlineData("calculator", """{"expression":"1/0"}""", "Error: expression is '1/0'")]
    [InlineData("calculator", "{\"expression\":", "Error: the arguments are no JSON object.")]
    [InlineData("clock", """{"time_zone":"Moon"}""", "Error: time_zone is 'Moon': allowed is")]
    [InlineData(
        "delegate",
        """{"tasks":[]}""",
        "Error: tasks is a list of 0: allowed is a list of 1 to 8"
    )]
    [InlineData(
        "delegate",
        """{"tasks":["a",1]}""",
        "Error: tasks[1] is 1: allowed is a text of 1"
    )]
    [InlineData(
        "delegate",
        """{"tasks":"a"}""",
        "Error: tasks is \"a\": allowed is a list of 1 to 8"
    )]
    public async Task What_a_model_does_wrong_is_told_to_it(
        string tool,
        string arguments,
        string expected
    )
    {
        var model = new ScriptedModel(Calls((tool, arguments)), Says("Sorry."));
        using var agent = new TestAgent(model);

        var response = await agent.AskAsync(streamed: true);

        Assert.StartsWith(
            expected,
            Assert.Single(model.Asked.Last().Results),
            StringComparison.Ordinal
        );
        Assert.Equal("Sorry.", response.Text);
        var result = response.Messages.SelectMany(m => m.Contents).OfType<FunctionResultContent>();
        Assert.IsType<ToolException>(Assert.Single(result).Exception);
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

    [Fact]
    public async Task A_tool_that_throws_becomes_a_result_and_its_message_stays_inside()
    {
        var tool = new ProbeTool("probe", (_, _) => throw new InvalidOperationException("secret"));
        var model = new ScriptedModel(Calls(("probe", new { })), Says("Sorry."));
        using var agent = new TestAgent(model, [tool]);

        await agent.AskAsync(streamed: false);

        Assert.Equal(["Error: the tool failed."], model.Asked.Last().Results);
        var line = Assert.Single(agent.Logs.Lines);
        Assert.Equal("Tool probe failed: InvalidOperationException ", line.Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_tool_that_takes_too_long_becomes_a_result(bool heedsItsToken)
    {
        var never = new TaskCompletionSource<object?>();
        var started = new TaskCompletionSource();
        var tool = new ProbeTool(
            "probe",
            (_, cancelled) =>
            {
                started.SetResult();
                return heedsItsToken ? never.Task.WaitAsync(cancelled) : never.Task;
            }
        );
        var model = new ScriptedModel(Calls(("probe", new { })), Says("Sorry."));
        using var agent = new TestAgent(model, [tool], ("Agent:ToolTimeoutSeconds", "7"));

        var answer = agent.AskAsync(streamed: false);
        await started.Task;
        agent.Clock.Advance(TimeSpan.FromSeconds(6.9));
        Assert.False(answer.IsCompleted);
        agent.Clock.Advance(TimeSpan.FromSeconds(0.1));
        await answer;

        Assert.Equal(["Error: the tool did not answer within 7 s."], model.Asked.Last().Results);
    }

    [Fact]
    public async Task Calls_of_one_step_run_side_by_side_within_the_limit_and_keep_their_order()
    {
        var release = new TaskCompletionSource();
        var tool = new ProbeTool(
            "probe",
            async (arguments, _) =>
            {
                await release.Task;
                return $"result {arguments["n"]}";
            }
        );
        var model = new ScriptedModel(
            Calls([.. Enumerable.Range(0, 7).Select(n => ("probe", (object?)new { n }))]),
            Says("Done.")
        );
        using var agent = new TestAgent(model, [tool], ("Agent:MaxParallel", "3"));

        var answer = agent.AskAsync(streamed: false);
        await Eventually.TrueAsync(() => tool.Running == 3);
        release.SetResult();
        await answer;

        Assert.Equal(7, tool.Calls);
        Assert.Equal(3, tool.MostAtOnce);
        Assert.Equal(Enumerable.Range(0, 7).Select(n => $"result {n}"), model.Asked.Last().Results);
    }

    [Fact]
    public async Task More_calls_at_once_than_allowed_are_refused()
    {
        var tool = new ProbeTool("probe", (_, _) => Task.FromResult<object?>("fine"));
        var model = new ScriptedModel(
            Calls([.. Enumerable.Repeat(("probe", (object?)new { }), 3)]),
            Says("Done.")
        );
        using var agent = new TestAgent(model, [tool], ("Agent:MaxCallsPerStep", "2"));

        await agent.AskAsync(streamed: false);

        Assert.Equal(
            ["fine", "fine", "Error: this is call 3: allowed are 2 at once."],
            model.Asked.Last().Results
        );
        Assert.Equal(2, tool.Calls);
    }

    [Fact]
    public async Task What_is_no_text_is_written_as_JSON_and_long_results_are_cut()
    {
        var tool = new ProbeTool(
            "probe",
            (a, _) => Task.FromResult<object?>(new { a = "x", n = 1 })
        );
        var wordy = new ProbeTool(
            "wordy",
            (_, _) => Task.FromResult<object?>(new string('w', 101))
        );
        var model = new ScriptedModel(Calls(("probe", new { }), ("wordy", new { })), Says("Done."));
        using var agent = new TestAgent(model, [tool, wordy], ("Agent:MaxResultChars", "100"));

        await agent.AskAsync(streamed: false);

        Assert.Equal(
            ["""{"a":"x","n":1}""", $"{new string('w', 100)}... (the first 100 of 101 characters)"],
            model.Asked.Last().Results
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

    [Fact]
    public async Task A_caller_who_leaves_ends_the_tools_and_the_turn()
    {
        var tool = new ProbeTool(
            "probe",
            async (_, cancelled) =>
            {
                await Task.Delay(Timeout.Infinite, cancelled);
                return null;
            }
        );
        var model = new ScriptedModel(
            Calls(("probe", new { }), ("probe", new { }), ("probe", new { })),
            Says("Never said.")
        );
        using var agent = new TestAgent(model, [tool]);
        using var leave = new CancellationTokenSource();

        var answer = agent.AskAsync(streamed: false, leave: leave);
        await Eventually.TrueAsync(() => tool.Running == 3);
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await Eventually.TrueAsync(() => tool.Cancelled == 3);
        Assert.Single(model.Asked);
        Assert.Empty(agent.Logs.Lines);
    }
}
