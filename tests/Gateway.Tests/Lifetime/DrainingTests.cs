using System.Net;
using System.Net.Sockets;
using GatewayBench.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Gateway.Tests;

public sealed class DrainingTests(PostgresServer server)
{
    // What these wait for comes at once or never: only a broken gateway meets this limit.
    private const int HangGuard = 60_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Timeout = HangGuard)]
    public async Task Ready_says_that_it_stops_before_the_door_closes()
    {
        var clock = new ManualTimeProvider();
        await using var upstream = await Upstream.StartAsync();
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Lifetime:NoticeSeconds", "10")
        )
        {
            Clock = clock,
        };
        using var client = gateway.Connect();
        using var before = await client.GetAsync("/health/ready", Cancellation);

        var stopped = Stop(gateway);
        var notice = NoticeOf(gateway);
        using var ready = await client.GetAsync("/health/ready", Cancellation);
        using var chat = await client.ChatAsync();

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.False(before.Headers.ConnectionClose ?? false);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("stopping", (await ready.JsonAsync()).Text("status"));
        // Who still comes is served, and sent elsewhere for the next time.
        Assert.Equal(HttpStatusCode.OK, chat.StatusCode);
        Assert.True(chat.Headers.ConnectionClose);
        Assert.False(stopped.IsCompleted);
        Assert.False(notice.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(10));
        await notice;
        await stopped;
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.ChatAsync());
        Assert.IsType<SocketException>(failure.InnerException);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_stream_in_flight_ends_whole()
    {
        var go = new TaskCompletionSource();
        await using var gateway = Streaming(_ => go.Task);
        using var client = gateway.Connect();
        using var stream = await OpenAsync(client);

        var stopped = Stop(gateway);
        Assert.False(stopped.IsCompleted);
        go.SetResult();

        Assert.Equal("begun, ended", await stream.Content.ReadAsStringAsync(Cancellation));
        await stopped;
    }

    [Theory(Timeout = HangGuard)]
    [InlineData("sqlite")]
    [InlineData("postgres")]
    public async Task A_chat_in_flight_is_told_to_its_end_and_stored(string kind)
    {
        await using var store = await TestStore.CreateAsync(kind, server);
        var go = new TaskCompletionSource();
        using var agent = new ScriptedAgent
        {
            Speaking = (word, _) => word == 1 ? go.Task : Task.CompletedTask,
        };
        await using var gateway = TurnTrial.Start(store, agent);
        using var client = gateway.Connect();
        using var events = await EventReader.PostAsync(
            client,
            "/api/chat",
            """{"message": "Hi", "stream": true}""",
            Cancellation
        );

        var stopped = Stop(gateway);
        Assert.False(stopped.IsCompleted);
        go.SetResult();

        Assert.Equal("done", (await events.RestAsync())[^1].Name);
        await stopped;
        Assert.Equal((1, 1, 1), await store.CountAsync());
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_stream_that_does_not_end_within_the_drain_time_is_told_to()
    {
        var clock = new ManualTimeProvider();
        await using var gateway = Streaming(
            async context =>
            {
                var ending = context.RequestServices.GetRequiredService<Draining>().Ending;
                await Task.Delay(Timeout.Infinite, ending)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await context.Response.WriteAsync(", told to end");
            },
            clock
        );
        using var client = gateway.Connect();
        using var stream = await OpenAsync(client);

        var stopped = Stop(gateway);
        await NoticeOf(gateway);
        clock.Advance(TimeSpan.FromSeconds(19));
        var draining = gateway.Services.GetRequiredService<Draining>();
        Assert.False(draining.Ending.IsCancellationRequested);
        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(
            "begun, told to end, ended",
            await stream.Content.ReadAsStringAsync(Cancellation)
        );
        await stopped;
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_request_that_is_not_answered_within_the_drain_time_gets_503()
    {
        await using var upstream = await Upstream.StartAsync();
        var clock = new ManualTimeProvider();
        var arrived = new TaskCompletionSource();
        upstream.Chat = context =>
        {
            arrived.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        await using var gateway = new TestGateway(
            upstream.Endpoint,
            ("Lifetime:DrainSeconds", "20")
        )
        {
            Clock = clock,
        };
        using var client = gateway.Connect();
        using var outcome = new OutcomeProbe(gateway);
        var chat = client.ChatAsync();
        await arrived.Task;

        var stopped = Stop(gateway);
        await NoticeOf(gateway);
        clock.Advance(TimeSpan.FromSeconds(20));

        using var response = await chat;
        Assert.StartsWith(
            "The gateway is shutting down.",
            (await response.ProblemAsync(503)).Text("detail"),
            StringComparison.Ordinal
        );
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.True(response.Headers.ConnectionClose);
        Assert.Equal("shutdown", await outcome.First);
        await stopped;
    }

    private static TestGateway Streaming(
        Func<HttpContext, Task> then,
        TimeProvider? clock = null
    ) =>
        new("http://127.0.0.1:1/v1", ("Lifetime:DrainSeconds", "20"))
        {
            Clock = clock ?? TimeProvider.System,
            Configure = services =>
                services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter>(
                    new TestRoute(async context =>
                    {
                        await context.Response.WriteAsync("begun");
                        await context.Response.Body.FlushAsync();
                        await then(context);
                        await context.Response.WriteAsync(", ended");
                    })
                ),
        };

    /// <summary>Returns once the stream has begun.</summary>
    private static Task<HttpResponseMessage> OpenAsync(HttpClient client) =>
        client.GetAsync(TestRoute.Path, HttpCompletionOption.ResponseHeadersRead, Cancellation);

    /// <summary>Ends where the drain time begins: joins what the host does, or begins it.</summary>
    private static Task NoticeOf(TestGateway gateway) =>
        gateway.Services.GetRequiredService<Draining>().StoppingAsync(Cancellation);

    /// <summary>Tells the gateway to stop, as a signal would.</summary>
    private static Task Stop(TestGateway gateway)
    {
        var host = gateway.Services.GetRequiredService<IHostApplicationLifetime>();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.ApplicationStopped.Register(stopped.SetResult);
        host.StopApplication();
        return stopped.Task.WaitAsync(Cancellation);
    }
}
