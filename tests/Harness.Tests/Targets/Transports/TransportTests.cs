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
            async context =>
            {
                // Whole, because an HTTP/1.1 client reads nothing before it has sent everything.
                var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body, Cancellation);
                await context.Response.Body.WriteAsync(body.ToArray(), Cancellation);
            }
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

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await aborted.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancellation);
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task A_gateway_that_breaks_off_or_throws_has_the_class_of_what_it_did(Way way)
    {
        Assert.Equal(Outcome.Reset, await OutcomeAsync(way, Abort));
        Assert.Equal(Outcome.Http5xx, await OutcomeAsync(way, Throw));
        Assert.Equal(Outcome.Http4xx, await OutcomeAsync(way, ThrowBadRequest));

        static Task ThrowBadRequest(HttpContext _) => throw new BadHttpRequestException("no");
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task What_ends_within_its_body_is_truncated(Way way)
    {
        Assert.Equal(Outcome.TruncatedStream, await OutcomeInBodyAsync(way, Abort));
        Assert.Equal(Outcome.TruncatedStream, await OutcomeInBodyAsync(way, Throw));
    }

    [Theory]
    [MemberData(nameof(Way.All), MemberType = typeof(Way))]
    public async Task A_gateway_that_does_not_listen_can_not_hold_an_exchange(Way way)
    {
        var release = new TaskCompletionSource();
        await using var gateway = await StartAsync(way, _ => release.Task);

        var row = await Execution.Runs.RowAsync(
            gateway,
            Test,
            options: Execution.Runs.Options with
            {
                ExchangeTimeout = TimeSpan.FromMilliseconds(50),
            }
        );
        release.SetResult();

        Assert.Equal([Outcome.Timeout], row.Errors.Keys);
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

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task Throw(HttpContext _) => throw new InvalidOperationException("broken");

    private static async Task<Outcome> OutcomeAsync(Way way, RequestDelegate answer)
    {
        await using var gateway = await StartAsync(way, answer);
        var row = await Execution.Runs.RowAsync(gateway, Test);
        Assert.Equal(way.Label, row.Transport);
        return Assert.Single(row.Errors).Key;
    }

    /// <summary>The gateway goes on once the client has the headers: else it is a race which ends first.</summary>
    private static async Task<Outcome> OutcomeInBodyAsync(Way way, RequestDelegate then)
    {
        var begun = new TaskCompletionSource();
        await using var gateway = await StartAsync(
            way,
            async context =>
            {
                await context.Response.WriteAsync("begun");
                await context.Response.Body.FlushAsync();
                await begun.Task;
                await then(context);
            }
        );
        using var client = gateway.CreateClient();
        using var request = Request(gateway);
        using var response = await client.SendAsync(request, Cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
        begun.SetResult();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() =>
            body.CopyToAsync(Stream.Null, Cancellation)
        );

        return ErrorClassifier.OfException(failure, inBody: true, cutOff: false, runEnded: false);
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
