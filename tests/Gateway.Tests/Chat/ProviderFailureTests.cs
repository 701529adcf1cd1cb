using System.Net;
using System.Net.Sockets;
using GatewayBench.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests;

public sealed class ProviderFailureTests
{
    private const string Secret = "sk-very-secret";
    private const string Leak = "the provider's own words";

    [Theory]
    [InlineData("retry-after", "7", "7")]
    [InlineData("retry-after", "0.2", "1")]
    [InlineData("retry-after-ms", "1200", "2")]
    [InlineData("retry-after", "soon", null)]
    [InlineData("x-other", "1", null)]
    public async Task A_429_is_passed_on_with_the_wait(
        string header,
        string value,
        string? expected
    )
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers[header] = value;
            return context.Response.WriteAsync(Leak);
        };

        var (problem, response) = await FailAsync(upstream.Endpoint, 429, "rate_limited");

        Assert.Equal(expected is null, response.Headers.RetryAfter is null);
        Assert.Equal(expected, response.Headers.RetryAfter?.ToString());
        Assert.Equal(
            expected is null
                ? "The provider's rate limit is reached. It did not say when to try again."
                : $"The provider's rate limit is reached. Try again after {expected} s.",
            problem
        );
        Assert.Equal(1, upstream.ChatCount);
    }

    [Theory]
    [InlineData(500, "provider_error", "The provider answered with status 500.")]
    [InlineData(503, "provider_error", "The provider answered with status 503.")]
    [InlineData(404, "provider_error", "The provider answered with status 404.")]
    [InlineData(
        401,
        "provider_rejected_credentials",
        "The provider rejected the gateway's credentials with status 401."
    )]
    [InlineData(
        403,
        "provider_rejected_credentials",
        "The provider rejected the gateway's credentials with status 403."
    )]
    public async Task An_error_status_becomes_502_after_one_attempt(
        int status,
        string reason,
        string expected
    )
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync($$$"""{"error":{"message":"{{{Leak}}}"}}""");
        };

        var (detail, _) = await FailAsync(upstream.Endpoint, 502, reason);

        Assert.Equal(expected, detail);
        Assert.Equal(1, upstream.ChatCount);
    }

    [Theory]
    [InlineData("<html>the provider's own words</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"choices":[]}""")]
    [InlineData("""{"choices":"the provider's own words"}""")]
    [InlineData("""{"id":"1","created":1,"model":"m","choices":[{"index":0}]}""")]
    public async Task Garbage_becomes_502(string garbage)
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = context => context.Response.WriteAsync(garbage);

        var (detail, _) = await FailAsync(upstream.Endpoint, 502, "provider_invalid_answer");

        Assert.Equal("The provider answered with something that cannot be read.", detail);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_cut_connection_becomes_502(bool afterHeaders)
    {
        await using var upstream = await Upstream.StartAsync();
        upstream.Chat = async context =>
        {
            if (afterHeaders)
            {
                context.Response.ContentLength = 100;
                await context.Response.WriteAsync("""{"choices":""");
                await context.Response.Body.FlushAsync();
            }
            context.Abort();
        };

        var (detail, _) = await FailAsync(upstream.Endpoint, 502, "provider_connection_cut");

        Assert.Equal("The provider cut the connection before its answer was complete.", detail);
    }

    [Fact]
    public async Task A_provider_that_is_down_becomes_503()
    {
        using var reserved = new Socket(SocketType.Stream, ProtocolType.Tcp);
        // Bound but not listening: refuses connections, and nobody else can take the port.
        reserved.Bind(new IPEndPoint(IPAddress.Loopback, 0));

        var (detail, _) = await FailAsync(
            $"http://{reserved.LocalEndPoint}/v1",
            503,
            "provider_unreachable"
        );

        Assert.Equal("The provider cannot be reached.", detail);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_provider_that_is_too_slow_becomes_504(bool afterHeaders)
    {
        await using var upstream = await Upstream.StartAsync();
        var clock = new ManualTimeProvider();
        var released = new TaskCompletionSource();
        upstream.Chat = async context =>
        {
            context.RequestAborted.Register(released.SetResult);
            if (afterHeaders)
            {
                await context.Response.WriteAsync("""{"choices":""");
                await context.Response.Body.FlushAsync();
            }
            clock.Advance(TimeSpan.FromSeconds(30));
            await released.Task;
        };

        var (detail, _) = await FailAsync(
            upstream.Endpoint,
            504,
            "provider_timeout",
            clock,
            ("OpenAI:TimeoutSeconds", "30")
        );

        Assert.Equal("The provider did not answer in time.", detail);
        await released.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<(string Detail, HttpResponseMessage Response)> FailAsync(
        string endpoint,
        int status,
        string reason,
        TimeProvider? clock = null,
        params (string, string)[] settings
    )
    {
        using var logs = new RecordedLogs();
        await using var gateway = new TestGateway(
            endpoint,
            // What a retry makes of it is another matter.
            [("OpenAI:ApiKey", Secret), ("Resilience:MaxRetries", "0"), .. settings]
        )
        {
            Clock = clock ?? TimeProvider.System,
            Logs = logs,
        };
        using var client = gateway.Connect();

        var response = await client.ChatAsync("""{"message":"my private prompt"}""");

        var problem = await response.ProblemAsync(status);
        Assert.Equal("provider", problem.Text("dependency"));
        Assert.Equal(reason, problem.Text("reason"));
        var metrics = await client.MetricsAsync();
        Assert.Equal(1, metrics.Value("gateway_chat_requests_total", ("outcome", reason)));
        Assert.Equal(
            1,
            metrics.Value("gen_ai_client_operation_duration_seconds_count", ("error_type", reason))
        );
        AssertNothingLeaks(problem.GetRawText(), logs);
        return (problem.Text("detail"), response);
    }

    private static void AssertNothingLeaks(string problem, RecordedLogs logs)
    {
        foreach (var text in logs.Lines.Select(line => line.Text).Append(problem))
        {
            Assert.DoesNotContain(Secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(Leak, text, StringComparison.Ordinal);
            Assert.DoesNotContain("private prompt", text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(logs.Lines, line => line.Level >= LogLevel.Error);
    }
}
