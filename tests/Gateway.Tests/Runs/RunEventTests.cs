using Microsoft.Extensions.AI;

namespace Gateway.Tests;

public sealed class RunEventTests
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact(Timeout = HangGuard)]
    public async Task A_listener_who_comes_late_hears_what_was_and_then_what_comes()
    {
        var go = new TaskCompletionSource();
        using var agent = new ScriptedAgent
        {
            Speaking = (word, _) => word == 1 ? go.Task : Task.CompletedTask,
        };
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1") { Agent = agent };
        using var client = gateway.Connect();
        var id = await client.SubmittedAsync();

        var heard = new List<string>();
        await foreach (var item in client.EventsAsync(id))
        {
            heard.Add($"{item.EventId} {item.EventType} {item.Data}");
            if (item.EventType == "delta")
            {
                go.TrySetResult();
            }
        }

        Assert.Equal(
            [
                """1 status {"state":"queued"}""",
                """2 status {"state":"running"}""",
                """3 delta {"text":"Hel"}""",
                """4 delta {"text":"lo!"}""",
            ],
            heard[..4]
        );
        Assert.StartsWith("5 end {\"id\":\"run_", heard[4], StringComparison.Ordinal);
        Assert.Equal(5, heard.Count);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_listener_who_comes_back_hears_only_what_is_new()
    {
        using var agent = new ScriptedAgent();
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1") { Agent = agent };
        using var client = gateway.Connect();
        var id = await client.SubmittedAsync();
        await client.EndAsync(id);

        var heard = await client.EventsAsync(id, "3").ToListAsync(Cancelled);

        Assert.Equal(["4", "5"], heard.Select(item => item.EventId));
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_listener_hears_of_tools()
    {
        using var agent = new ScriptedAgent
        {
            Steps =
            [
                new FunctionCallContent("call_1", "clock"),
                new FunctionResultContent("call_1", "noon"),
            ],
        };
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1") { Agent = agent };
        using var client = gateway.Connect();

        var heard = await client
            .EventsAsync(await client.SubmittedAsync())
            .Select(item => $"{item.EventType} {item.Data}")
            .ToListAsync(Cancelled);

        Assert.Equal(
            [
                """tool_call {"call_id":"call_1","name":"clock"}""",
                """tool_result {"call_id":"call_1","name":null}""",
            ],
            heard[2..4]
        );
    }

    [Fact(Timeout = HangGuard)]
    public async Task Of_a_run_that_ended_long_ago_only_the_end_is_told()
    {
        using var agent = new ScriptedAgent();
        await using var gateway = new TestGateway(
            "http://127.0.0.1:1/v1",
            ("Runs:MaxEndedLogs", "0")
        )
        {
            Agent = agent,
        };
        using var client = gateway.Connect();
        var id = await client.SubmittedAsync();
        await client.EndAsync(id);

        var heard = await client.EventsAsync(id, "3").ToListAsync(Cancelled);

        var end = Assert.Single(heard);
        Assert.Equal("end", end.EventType);
        Assert.Contains("\"output\":\"Hello!\"", end.Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_is_no_event_is_refused_by_name()
    {
        await using var gateway = new TestGateway("http://127.0.0.1:1/v1");
        using var client = gateway.Connect();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/runs/x/events");
        request.Headers.Add("Last-Event-ID", "-3");

        using var response = await client.SendAsync(request, Cancelled);

        var problem = await response.ProblemAsync(400);
        Assert.Equal(
            "Last-Event-ID is '-3': the id of an event is expected.",
            problem.Text("detail")
        );
    }
}
