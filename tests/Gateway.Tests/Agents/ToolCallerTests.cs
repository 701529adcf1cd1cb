using GatewayBench.Support;
using Microsoft.Extensions.AI;
using static Gateway.Tests.ScriptedModel;

namespace Gateway.Tests;

public sealed class ToolCallerTests
{
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
