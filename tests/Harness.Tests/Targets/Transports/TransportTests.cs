using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace GatewayBench.Tests.Targets;

/// <summary>What every way to a gateway has to be able to do.</summary>
public sealed class TransportTests
{
    private static readonly Scenario Test = Scenario.Http(
        "GET /test",
        user => user.Get(SampleGateway.TestPath)
    );

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task Long_bodies_go_there_and_back_whole_in_the_version_that_was_asked_for(Way way)
    {
        await using var gateway = await StartAsync(
            way,
            context => context.Request.Body.CopyToAsync(context.Response.Body)
        );
        using var client = gateway.CreateClient();
        var sent = RandomNumberGenerator.GetBytes(1_000_003);

        using var request = Request(gateway);
        request.Method = HttpMethod.Post;
        request.Content = new ByteArrayContent(sent);
        using var response = await client.SendAsync(request, Cancellation);
        var received = await response.Content.ReadAsByteArrayAsync(Cancellation);

        Assert.True(received.AsSpan().SequenceEqual(sent));
        Assert.Equal(way.Version, response.Version);
        Assert.Equal(way.Label, gateway.Info.Transport);
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task A_stream_arrives_piece_by_piece(Way way)
    {
        var read = new SemaphoreSlim(0);
        await using var gateway = await StartAsync(
            way,
            async context =>
            {
                for (var piece = (byte)1; piece <= 3; piece++)
                {
                    await context.Response.Body.WriteAsync(new[] { piece }, Cancellation);
                    await context.Response.Body.FlushAsync(Cancellation);
                    // Whoever holds pieces back until there are more waits here for ever.
                    await read.WaitAsync(Cancellation);
                }
            }
        );
        using var client = gateway.CreateClient();
        using var request = Request(gateway);
        using var response = await client.SendAsync(request, Cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);

        for (var piece = 1; piece <= 3; piece++)
        {
            Assert.Equal(piece, await ReadByteAsync(body));
            read.Release();
        }
        Assert.Equal(-1, await ReadByteAsync(body));
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task When_the_client_gives_up_the_gateway_sees_it_at_once(Way way)
    {
        var (arrived, aborted) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var gateway = await StartAsync(
            way,
            async context =>
            {
                context.RequestAborted.Register(aborted.SetResult);
                arrived.SetResult();
                await aborted.Task;
            }
        );
        using var client = gateway.CreateClient();
        using var request = Request(gateway);
        using var giveUp = new CancellationTokenSource();

        var sending = client.SendAsync(request, giveUp.Token);
        await arrived.Task.WaitAsync(Cancellation);
        await giveUp.CancelAsync();

        await aborted.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
        // The test server only tells the gateway, and gives back what that answers.
        if (way.Transport != Transport.TestServer)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        }
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task What_the_gateway_breaks_off_has_the_class_of_where_it_broke(Way way)
    {
        Assert.Equal(Outcome.Reset, await OutcomeAsync(way, Abort));
        Assert.Equal(Outcome.TruncatedStream, await OutcomeAsync(way, Begun(Abort)));
        Assert.Equal(Outcome.Http5xx, await OutcomeAsync(way, Throw));
        Assert.Equal(Outcome.TruncatedStream, await OutcomeAsync(way, Begun(Throw)));
        Assert.Equal(Outcome.Http4xx, await OutcomeAsync(way, ThrowBadRequest));

        static Task Abort(HttpContext context)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        static Task Throw(HttpContext _) => throw new InvalidOperationException("broken");

        static Task ThrowBadRequest(HttpContext _) => throw new BadHttpRequestException("no");
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task What_takes_too_long_times_out_before_and_within_its_body(Way way)
    {
        var never = new TaskCompletionSource();
        RequestDelegate wait = _ => never.Task;

        Assert.Equal(Outcome.Timeout, await OutcomeAsync(way, wait, TimeSpan.FromSeconds(1)));
        Assert.Equal(
            Outcome.Timeout,
            await OutcomeAsync(way, Begun(wait), TimeSpan.FromSeconds(1))
        );
        never.SetResult();
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task Two_gateways_at_once_are_reached_apart(Way way)
    {
        await using var one = await StartAsync(way, context => context.Response.WriteAsync("one"));
        await using var two = await StartAsync(way, context => context.Response.WriteAsync("two"));

        Assert.Equal("one", await TextAsync(one));
        Assert.Equal("two", await TextAsync(two));
        Assert.Equal("one", await TextAsync(one));
    }

    private static async Task<GatewayHost<Program>> StartAsync(Way way, RequestDelegate answer)
    {
        var gateway = way.To(SampleGateway.WithoutProvider().Answering(answer));
        await gateway.StartAsync(Cancellation);
        return gateway;
    }

    private static RequestDelegate Begun(RequestDelegate then) =>
        async context =>
        {
            await context.Response.WriteAsync("begun");
            await context.Response.Body.FlushAsync();
            await then(context);
        };

    private static async Task<Outcome> OutcomeAsync(
        Way way,
        RequestDelegate answer,
        TimeSpan? timeout = null
    )
    {
        await using var gateway = await StartAsync(way, answer);
        var options = timeout is { } limit
            ? Execution.Runs.Options with
            {
                ExchangeTimeout = limit,
            }
            : Execution.Runs.Options;
        var row = await Execution.Runs.RowAsync(gateway, Test, options: options);
        Assert.Equal(way.Label, row.Transport);
        return Assert.Single(row.Errors).Key;
    }

    private static async Task<string> TextAsync(GatewayHost<Program> gateway)
    {
        using var client = gateway.CreateClient();
        using var request = Request(gateway);
        using var response = await client.SendAsync(request, Cancellation);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    private static HttpRequestMessage Request(GatewayHost<Program> gateway) =>
        new(HttpMethod.Get, new Uri(gateway.BaseAddress, SampleGateway.TestPath));

    private static async Task<int> ReadByteAsync(Stream body)
    {
        var one = new byte[1];
        return await body.ReadAsync(one, Cancellation) == 0 ? -1 : one[0];
    }
}
