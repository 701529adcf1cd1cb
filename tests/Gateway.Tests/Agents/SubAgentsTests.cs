using System.Text.Json;
using GatewayBench.Support;
using Microsoft.Extensions.AI;
using static Gateway.Tests.ScriptedModel;

namespace Gateway.Tests;

public sealed class SubAgentsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_task_is_done_by_an_agent_of_its_own_and_answers_keep_their_order(
        bool streamed
    )
    {
        var model = Delegating(
            ["one", "two", "three"],
            asked => Task.FromResult(Says($"done {asked.Question}"))
        );
        using var agent = new TestAgent(model, ("Agent:SystemPrompt", "Be brief."));

        var response = await agent.AskAsync(streamed);

        Assert.Equal("All done.", response.Messages[^1].Text);
        Assert.Equal(
            """[{"task":"one","answer":"done one"},{"task":"two","answer":"done two"},{"task":"three","answer":"done three"}]""",
            Assert.Single(model.Asked.Last().Results)
        );
        var subAgents = model.Asked.Where(asked => asked.Question != "Hi").ToList();
        Assert.Equal(3, subAgents.Count);
        Assert.All(
            subAgents,
            asked =>
            {
                Assert.Equal(["clock", "calculator"], asked.Tools);
                Assert.Equal(["Be brief.", asked.Question], asked.Messages.Select(m => m.Text));
            }
        );
        // Two steps of its own, and one of each sub-agent.
        Assert.Equal(5 * 15, response.Usage?.TotalTokenCount);
    }

    [Fact]
    public async Task A_sub_agent_uses_tools_and_has_steps_of_its_own()
    {
        var model = Delegating(
            ["count"],
            asked =>
                Task.FromResult(
                    asked.Tools.Any()
                        ? Calls(("calculator", new { expression = "1+1" }))
                        : Says($"got {string.Join(' ', asked.Messages.SelectMany(Results))}")
                )
        );
        using var agent = new TestAgent(model, ("Agent:SubAgentMaxSteps", "3"));

        await agent.AskAsync(streamed: false);

        Assert.Equal(
            """[{"task":"count","answer":"got 2 2"}]""",
            Assert.Single(model.Asked.Last().Results)
        );
    }

    [Fact]
    public async Task One_that_fails_has_its_failure_for_an_answer()
    {
        var model = Delegating(
            ["fine", "limited", "broken"],
            asked =>
                asked.Question switch
                {
                    "limited" => throw new ProviderException(ProviderFailure.RateLimited),
                    "broken" => throw new InvalidOperationException("secret"),
                    _ => Task.FromResult(Says("ok")),
                }
        );
        using var agent = new TestAgent(model);

        var response = await agent.AskAsync(streamed: false);

        Assert.Equal("All done.", response.Messages[^1].Text);
        Assert.Equal(
            """[{"task":"fine","answer":"ok"},{"task":"limited","error":"The provider's rate limit is reached."},{"task":"broken","error":"The agent failed."}]""",
            Assert.Single(model.Asked.Last().Results)
        );
        Assert.DoesNotContain(
            agent.Logs.Lines,
            line => line.Text.Contains("secret", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task They_run_side_by_side_within_the_limit_though_delegated_by_several_calls()
    {
        var release = new TaskCompletionSource();
        var (running, most) = (0, 0);
        var gate = new Lock();
        var model = new ScriptedModel(async asked =>
        {
            if (asked.Question == "Hi")
            {
                return asked.Messages.Count > 1
                    ? Says("All done.")
                    : Calls(
                        ("delegate", """{"tasks":["a","b","c"]}"""),
                        ("delegate", """{"tasks":["d","e","f"]}""")
                    );
            }
            lock (gate)
            {
                most = Math.Max(most, ++running);
            }
            await release.Task;
            lock (gate)
            {
                running--;
            }
            return Says("ok");
        });
        using var agent = new TestAgent(model, ("Agent:MaxParallel", "2"));

        var answer = agent.AskAsync(streamed: false);
        await Eventually.TrueAsync(() => Volatile.Read(ref running) == 2);
        release.SetResult();
        await answer;

        Assert.Equal(2, most);
        Assert.Equal(8, model.Asked.Count);
    }

    [Fact]
    public async Task A_turn_has_no_more_sub_agents_than_allowed()
    {
        var model = new ScriptedModel(asked =>
            Task.FromResult(
                asked switch
                {
                    { Question: not "Hi" } => Says("ok"),
                    { Messages.Count: < 4 } => Calls(("delegate", """{"tasks":["a","b"]}""")),
                    _ => Says("All done."),
                }
            )
        );
        using var agent = new TestAgent(model, ("Agent:MaxSubAgents", "3"));

        await agent.AskAsync(streamed: false);

        Assert.Equal(
            ["Error: tasks is a list of 2: allowed is 3 in one turn, of which 1 are left."],
            model.Asked.Last().Results
        );
        Assert.Equal(2, model.Asked.Count(asked => asked.Question != "Hi"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_caller_who_leaves_ends_all_of_them(bool streamed)
    {
        var (running, ended) = (0, 0);
        var model = Delegating(
            ["a", "b", "c", "d", "e"],
            async asked =>
            {
                Interlocked.Increment(ref running);
                try
                {
                    await Task.Delay(Timeout.Infinite, asked.Cancelled);
                }
                finally
                {
                    Interlocked.Increment(ref ended);
                }
                return Says("never");
            }
        );
        using var agent = new TestAgent(model, ("Agent:MaxParallel", "3"));
        using var leave = new CancellationTokenSource();

        var answer = agent.AskAsync(streamed, leave: leave);
        await Eventually.TrueAsync(() => Volatile.Read(ref running) == 3);
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        // All had ended when the turn did, and the two that waited for a place never began.
        Assert.Equal((3, 3), (running, ended));
        Assert.Equal(4, model.Asked.Count);
        Assert.Empty(agent.Logs.Lines);
    }

    private static ScriptedModel Delegating(
        string[] tasks,
        Func<AskedModel, Task<ChatResponse>> subAgent
    ) =>
        new(asked =>
            asked switch
            {
                { Question: not "Hi" } => subAgent(asked),
                _ when asked.Messages[^1].Role == ChatRole.Tool => Task.FromResult(
                    Says("All done.")
                ),
                _ => Task.FromResult(Calls(("delegate", JsonSerializer.Serialize(new { tasks })))),
            }
        );

    private static IEnumerable<object?> Results(ChatMessage message) =>
        message.Contents.OfType<FunctionResultContent>().Select(result => result.Result);
}
