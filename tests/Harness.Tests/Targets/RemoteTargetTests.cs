using System.Net;
using System.Net.Sockets;
using GatewayBench.Support;
using Microsoft.AspNetCore.Http;
using ServerTarget = GatewayBench.Tests.Execution.ServerTarget;

namespace GatewayBench.Tests.Targets;

public sealed class RemoteTargetTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_url_on_this_machine_is_loaded_with_the_path_of_its_own()
    {
        var paths = new HashSet<string>();
        await using var server = await StartAsync(context =>
        {
            lock (paths)
            {
                paths.Add($"{context.Request.Method} {context.Request.Path}");
            }
            return Task.CompletedTask;
        });
        var target = new RemoteTarget($"{server.BaseAddress}base");

        var row = await Execution.Runs.AnsweredRowAsync(
            target,
            Scenario.Http("GET /chat", user => user.Get("/chat"))
        );

        Assert.True(row.Successes > 0);
        Assert.Empty(row.Errors);
        Assert.Equal(["GET /base/chat", "HEAD /base/"], paths.Order());
        Assert.Equal("remote", row.Transport);
        Assert.Equal($"{server.BaseAddress}base/", target.Info.Name);
        Assert.Null(target.Info.Commit);
    }

    [Fact]
    public async Task An_ipv6_address_is_loaded_like_any_other()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "This machine has no IPv6.");
        await using var provider = await FakeProvider.StartAsync(
            options => options.Address = IPAddress.IPv6Loopback,
            Cancellation
        );
        var target = new RemoteTarget(provider.BaseAddress.AbsoluteUri);

        var row = await Execution.Runs.AnsweredRowAsync(
            target,
            Scenario.Http("GET models", user => user.Get("/v1/models"))
        );

        Assert.Equal("[::1]", provider.BaseAddress.Host);
        Assert.True(row.Successes > 0);
        Assert.Empty(row.Errors);
    }

    [Fact]
    public async Task It_is_started_by_one_request_whatever_the_answer()
    {
        await using var server = await StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });
        var target = new RemoteTarget(server.BaseAddress.AbsoluteUri);

        await target.StartAsync(Cancellation);
        await target.StartAsync(Cancellation);

        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task A_redirect_is_an_outcome_and_not_followed()
    {
        await using var server = await StartAsync(context =>
        {
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });

        var row = await Execution.Runs.RowAsync(new RemoteTarget(server.BaseAddress.AbsoluteUri));

        Assert.Equal([Outcome.Http3xx], row.Errors.Keys);
    }

    [Fact]
    public async Task Nothing_that_listens_is_named_with_the_cause()
    {
        var server = await StartAsync(_ => Task.CompletedTask);
        var url = server.BaseAddress;
        await server.DisposeAsync();

        var error = await Assert.ThrowsAsync<TargetStartException>(() =>
            new RemoteTarget(url.AbsoluteUri).StartAsync(Cancellation)
        );

        Assert.StartsWith($"'{url}' can't be reached: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("refused", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Something_that_never_answers_is_given_up_after_ten_seconds()
    {
        var arrived = new TaskCompletionSource();
        await using var server = await StartAsync(context =>
        {
            arrived.SetResult();
            return Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var clock = new ManualTimeProvider();
        var target = new RemoteTarget(server.BaseAddress.AbsoluteUri, clock);

        var starting = target.StartAsync(Cancellation);
        await arrived.Task.WaitAsync(Cancellation);
        clock.Advance(TimeSpan.FromSeconds(10));

        var error = await Assert.ThrowsAsync<TargetStartException>(() => starting);
        Assert.EndsWith("no answer within 10 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scenario_that_names_another_server_ends_the_run_before_it_is_reached()
    {
        await using var server = await StartAsync(_ => Task.CompletedTask);
        await using var stranger = await StartAsync(_ => Task.CompletedTask);
        var scenario = Scenario.Http(
            "GET elsewhere",
            _ => new HttpRequestMessage(HttpMethod.Get, stranger.BaseAddress)
        );

        var fault = await Assert.ThrowsAsync<TargetFaultException>(() =>
            Execution.Runs.RowAsync(new RemoteTarget(server.BaseAddress.AbsoluteUri), scenario)
        );

        Assert.Equal(
            $"A request to {stranger.BaseAddress.Authority} was refused; allowed: {server.BaseAddress.Authority}, the target.",
            fault.Message
        );
        Assert.Equal(0, stranger.Requests);
    }

    [Fact]
    public async Task Its_connections_are_what_was_asked_for_and_in_its_label()
    {
        var seen = new HashSet<(string Protocol, string Connection)>();
        await using var gateway = SampleGateway
            .WithoutProvider()
            .UseConnections(new() { Http2 = true })
            .Answering(context =>
            {
                lock (seen)
                {
                    seen.Add((context.Request.Protocol, context.Connection.Id));
                }
                return Task.CompletedTask;
            });
        await gateway.StartAsync(Cancellation);
        var target = new RemoteTarget(
            $"{gateway.BaseAddress}{SampleGateway.TestPath.TrimStart('/')}"
        ).UseConnections(new() { Http2 = true, Fresh = true });

        var row = await Execution.Runs.RowAsync(target);

        Assert.Empty(row.Errors);
        Assert.Equal("remote, HTTP/2, fresh connections", row.Transport);
        // With the HEAD request of the start and the checked exchange before the load.
        Assert.Equal(row.Requests + 2, seen.Count);
        Assert.All(seen, one => Assert.Equal("HTTP/2", one.Protocol));
    }

    [Fact]
    public async Task A_server_of_another_http_version_is_not_loaded_in_that()
    {
        await using var server = await StartAsync(_ => Task.CompletedTask);
        var target = new RemoteTarget(server.BaseAddress.AbsoluteUri).UseConnections(
            new() { Http2 = true }
        );

        await Assert.ThrowsAsync<TargetStartException>(() => target.StartAsync(Cancellation));
    }

    [Fact]
    public async Task A_certificate_that_the_system_does_not_trust_is_not_accepted()
    {
        await using var gateway = SampleGateway
            .WithoutProvider()
            .UseConnections(new() { Https = true });
        await gateway.StartAsync(Cancellation);
        var target = new RemoteTarget(gateway.BaseAddress.AbsoluteUri);

        var error = await Assert.ThrowsAsync<TargetStartException>(() =>
            target.StartAsync(Cancellation)
        );

        Assert.Contains("certificate is invalid", error.Message, StringComparison.Ordinal);
        Assert.Equal("remote, HTTPS", target.Info.Transport);
    }

    [Fact]
    public void Tls_is_the_urls_to_say() =>
        Assert.Throws<ArgumentException>(() =>
            new RemoteTarget("http://localhost/").UseConnections(new() { Https = true })
        );

    private static async Task<ServerTarget> StartAsync(RequestDelegate answer)
    {
        var server = new ServerTarget(answer);
        await server.StartAsync(Cancellation);
        return server;
    }
}
