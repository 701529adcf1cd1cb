using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

/// <summary>Turns of one session wait for each other, and nobody else does.</summary>
public sealed class TurnOrderTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = HangGuard)]
    public async Task The_second_turn_of_a_session_knows_the_first()
    {
        var thinking = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        using var agent = Blocked("first", thinking, go);
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1") { Agent = agent };
        var turns = gateway.Services.GetRequiredService<TurnRunner>();

        var first = turns.RunAsync(new("me", "a", "first"), Cancelled);
        await thinking.Task;
        var second = turns.RunAsync(new("me", "a", "second"), Cancelled);
        var asked = agent.Asked.Count;
        go.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(1, asked);
        Assert.Equal(["first", "Hello!", "second"], agent.Asked[1]);
        Assert.Equal(0, gateway.Services.GetRequiredService<SessionQueue>().Count);
    }

    [Theory(Timeout = HangGuard)]
    [InlineData("me", "b")]
    [InlineData("you", "b")]
    public async Task Another_session_does_not_wait(string owner, string session)
    {
        var thinking = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        using var agent = Blocked("first", thinking, go);
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1") { Agent = agent };
        var turns = gateway.Services.GetRequiredService<TurnRunner>();
        var first = turns.RunAsync(new("me", "a", "first"), Cancelled);
        await thinking.Task;

        var second = await turns.RunAsync(new(owner, session, "second"), Cancelled);

        Assert.Equal("Hello!", second.Text);
        Assert.False(first.IsCompleted);
        go.SetResult();
        await first;
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_caller_who_leaves_the_queue_holds_up_nobody()
    {
        var thinking = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        using var agent = Blocked("first", thinking, go);
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1") { Agent = agent };
        var turns = gateway.Services.GetRequiredService<TurnRunner>();
        using var leave = new CancellationTokenSource();
        var first = turns.RunAsync(new("me", "a", "first"), Cancelled);
        await thinking.Task;
        var second = turns.RunAsync(new("me", "a", "second"), leave.Token);
        var third = turns.RunAsync(new("me", "a", "third"), Cancelled);

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        go.SetResult();
        await Task.WhenAll(first, third);
        Assert.Equal(["first", "Hello!", "third"], agent.Asked[1]);
        Assert.Equal(0, gateway.Services.GetRequiredService<SessionQueue>().Count);
    }

    private static ScriptedAgent Blocked(
        string message,
        TaskCompletionSource thinking,
        TaskCompletionSource go
    ) =>
        new()
        {
            Thinking = (asked, _) =>
            {
                if (asked != message)
                {
                    return Task.CompletedTask;
                }
                thinking.SetResult();
                return go.Task;
            },
        };
}
