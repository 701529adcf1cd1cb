using System.Text.Json;
using GatewayBench;
using GatewayBench.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests;

public sealed class AgentEndToEndTests
{
    [Fact]
    public async Task A_turn_whose_model_calls_the_calculator_ends_in_its_answer()
    {
        await using var provider = await StartAsync(o =>
            o.Replies.When("6 times 7")
                .CallTool("calculator", new { expression = "6 * 7" })
                .AndCallTool("clock")
                .Then("It is 42.")
        );
        await using var gateway = new TestGateway(EndpointOf(provider));
        using var client = gateway.Connect();

        using var response = await client.ChatAsync("""{"message":"What is 6 times 7?"}""");

        var reply = await response.JsonAsync();
        Assert.Equal("It is 42.", reply.Text("reply"));
        Assert.Equal(2, provider.GetStatistics().ChatRequests);
        var metrics = await client.MetricsAsync();
        Assert.Equal(
            1,
            metrics.Value(
                "gen_ai_execute_tool_duration_seconds_count",
                ("gen_ai_tool_name", "calculator")
            )
        );
        Assert.Equal(2, metrics.Value("gateway_agent_steps_sum", ("gen_ai_agent_name", "main")));
        // The usage is that of both steps.
        Assert.Equal(
            reply.GetProperty("usage").GetProperty("input_tokens").GetInt32(),
            metrics.Value("gen_ai_client_token_usage_sum", ("gen_ai_token_type", "input"))
        );
    }

    [Fact]
    public async Task A_streamed_turn_shows_the_call_its_result_and_the_answer()
    {
        await using var provider = await StartAsync(o =>
            o.Replies.When("6 times 7")
                .CallTool("calculator", new { expression = "6 * 7" })
                .CallTool("abacus")
                .Then("It is 42.")
        );
        await using var gateway = new TestGateway(EndpointOf(provider));
        using var client = gateway.Connect();

        var updates = await gateway
            .Services.GetRequiredService<TurnRunner>()
            .StreamAsync(new("me", "s", "What is 6 times 7?"), Cancelled)
            .ToListAsync(Cancelled);

        // A token at a time.
        Assert.Equal(
            ["It ", "is ", "42."],
            updates.Select(update => update.Text).Where(text => text.Length > 0)
        );
        var results = updates.SelectMany(u => u.Contents).OfType<FunctionResultContent>().ToList();
        Assert.Equal("42", results[0].Result);
        Assert.Null(results[0].Exception);
        Assert.IsType<ToolException>(results[1].Exception);
        Assert.Equal(3, provider.GetStatistics().ChatRequests);
        var usage = Assert.Single(updates.SelectMany(u => u.Contents).OfType<UsageContent>());
        Assert.Equal(
            (double?)usage.Details.InputTokenCount,
            (await client.MetricsAsync()).Value(
                "gen_ai_client_token_usage_sum",
                ("gen_ai_token_type", "input")
            )
        );
    }

    [Fact]
    public async Task A_turn_delegates_to_sub_agents_and_ends_in_its_answer()
    {
        await using var provider = await StartAsync(o =>
        {
            o.Replies.When("plan a party")
                .CallTool("delegate", """{"tasks":["find a cake","find a band","fail"]}""")
                .Then("All is planned.");
            o.Replies.When("find a cake")
                .CallTool("calculator", new { expression = "1+1" })
                .Then("Two cakes.");
            o.Replies.When("find a band").Then("The Beatles.");
            o.Stubs.AddJson(
                """
                {
                  "request": {
                    "method": "POST",
                    "url": "/v1/chat/completions",
                    "bodyPatterns": [{ "matchesJsonPath": "$.messages[?(@.content == 'fail')]" }]
                  },
                  "response": { "status": 400 }
                }
                """
            );
        });
        await using var gateway = new TestGateway(EndpointOf(provider));
        using var client = gateway.Connect();

        using var response = await client.ChatAsync("""{"message":"Please plan a party."}""");

        Assert.Equal("All is planned.", (await response.JsonAsync()).Text("reply"));
        // Two of its own, two for the cake, one for the band; the stub's answer is not counted.
        Assert.Equal(5, provider.GetStatistics().ChatRequests);
        var agents = (await client.MetricsAsync())
            .Named("gen_ai_invoke_agent_duration_seconds_count")
            .ToDictionary(
                sample =>
                    $"{sample.Labels["gen_ai_agent_name"]} {sample.Labels.GetValueOrDefault("error_type")}",
                sample => sample.Value
            );
        Assert.Equal(1, agents["main "]);
        Assert.Equal(2, agents["sub_agent "]);
        Assert.Equal(1, agents["sub_agent _OTHER"]);
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_its_sub_agents_at_the_provider()
    {
        var (arrived, cancelled) = (0, 0);
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = async context =>
        {
            var body = await context.Request.ReadFromJsonAsync<JsonElement>(context.RequestAborted);
            if (body.GetProperty("messages")[0].Text("content") == "Hi")
            {
                await WriteCallAsync(context, "delegate", """{"tasks":["a","b","c"]}""");
                return;
            }
            var left = new TaskCompletionSource();
            context.RequestAborted.Register(left.SetResult);
            Interlocked.Increment(ref arrived);
            await left.Task;
            Interlocked.Increment(ref cancelled);
        };
        await using var gateway = new TestGateway(upstream.Endpoint);
        using var client = gateway.Connect();
        using var outcome = new OutcomeProbe(gateway);
        using var leave = new CancellationTokenSource();

        var chat = client.PostAsync(
            "/api/chat",
            TestGateway.Json("""{"message":"Hi"}"""),
            leave.Token
        );
        await Eventually.TrueAsync(() => Volatile.Read(ref arrived) == 3);
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => chat);
        await Eventually.TrueAsync(() => Volatile.Read(ref cancelled) == 3);
        Assert.Equal("cancelled", await outcome.First);
        Assert.Equal(4, upstream.ChatCount);
    }

    [Theory]
    [InlineData("redact", "Write to [redacted email] now.")]
    [InlineData("block", "This answer was withheld.")]
    public async Task The_guardrail_keeps_what_it_should_from_the_caller(
        string action,
        string expected
    )
    {
        await using var provider = await StartAsync(o =>
            o.Replies.Always("Write to joe@example.com now.")
        );
        await using var gateway = new TestGateway(
            EndpointOf(provider),
            ("Guardrail:Enabled", "true"),
            ("Guardrail:Action", action)
        );
        using var client = gateway.Connect();

        using var response = await client.ChatAsync();

        Assert.Equal(expected, (await response.JsonAsync()).Text("reply"));
        Assert.Equal(
            1,
            (await client.MetricsAsync()).Value(
                "gateway_guardrail_hits_total",
                ("rule", "email"),
                ("action", action)
            )
        );
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static Task<FakeProvider> StartAsync(Action<FakeProviderOptions> configure) =>
        FakeProvider.StartAsync(
            o =>
            {
                o.Latency = Delay.None;
                configure(o);
            },
            TestContext.Current.CancellationToken
        );

    private static string EndpointOf(FakeProvider provider) =>
        new Uri(provider.BaseAddress, "v1").AbsoluteUri;

    private static Task WriteCallAsync(HttpContext context, string tool, string arguments) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                id = "chatcmpl-1",
                @object = "chat.completion",
                created = 1_760_000_000,
                model = Completion.Model,
                choices = new[]
                {
                    new
                    {
                        index = 0,
                        message = new
                        {
                            role = "assistant",
                            tool_calls = new[]
                            {
                                new
                                {
                                    id = "call-1",
                                    type = "function",
                                    function = new { name = tool, arguments },
                                },
                            },
                        },
                        finish_reason = "tool_calls",
                    },
                },
            },
            context.RequestAborted
        );
}
