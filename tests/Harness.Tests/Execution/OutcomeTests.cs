using Microsoft.AspNetCore.Http;

namespace GatewayBench.Tests.Execution;

/// <summary>Every way to fail, done for real, ends in its class.</summary>
public sealed class OutcomeTests
{
    [Theory]
    [InlineData(301, Outcome.Http3xx)]
    [InlineData(404, Outcome.Http4xx)]
    [InlineData(429, Outcome.RateLimited)]
    [InlineData(500, Outcome.Http5xx)]
    [InlineData(503, Outcome.Http5xx)]
    public async Task A_status_has_its_class(int status, Outcome expected)
    {
        var requests = 0;
        await using var target = new ServerTarget(context =>
        {
            // The checked exchange passes, so that the failures are those of a load.
            context.Response.StatusCode = Interlocked.Increment(ref requests) == 1 ? 200 : status;
            return context.Response.WriteAsync("why");
        });

        var row = await Runs.RowAsync(target, users: 2);

        Assert.Equal([expected], row.Errors.Keys);
        Assert.Equal(target.Requests - 1, row.Errors[expected]);
        Assert.Equal(target.Requests - 1, row.FailureLatency.TotalCount);
        Assert.Equal(
            [(status, target.Requests - 1)],
            row.Statuses.Select(one => (one.Key, one.Value))
        );
        Assert.Equal($"HTTP {status} why", row.Samples[expected]);
    }

    [Theory]
    [InlineData("", true, Outcome.Reset)]
    [InlineData("", false, Outcome.Reset)]
    [InlineData(
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this",
        false,
        Outcome.TruncatedStream
    )]
    [InlineData(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
        false,
        Outcome.TruncatedStream
    )]
    [InlineData("220 mail.example.org ESMTP\r\n", false, Outcome.BadBody)]
    public async Task A_connection_that_breaks_has_the_class_of_where_it_broke(
        string answer,
        bool reset,
        Outcome expected
    )
    {
        using var target = new RawServer(answer, reset);

        var row = await Runs.RowAsync(target);

        Assert.Equal([expected], row.Errors.Keys);
        Assert.Equal(expected == Outcome.TruncatedStream ? [200] : [], row.Statuses.Keys);
    }

    [Fact]
    public async Task A_closed_port_is_a_failed_connect()
    {
        var target = new RawServer("");
        target.Dispose();

        Assert.Equal([Outcome.Connect], (await Runs.RowAsync(target)).Errors.Keys);
    }

    [Fact]
    public async Task A_failed_check_is_a_bad_body_and_names_the_check()
    {
        await using var target = new ServerTarget(context => context.Response.WriteAsync("{}"));
        var scenario = Runs
            .Get.Check("is JSON", reply => reply.Body is [(byte)'{', ..])
            .Check("has answer", reply => reply.Json("answer") is not null);

        var row = await Runs.RowAsync(target, scenario);

        Assert.Equal([Outcome.BadBody], row.Errors.Keys);
        Assert.Equal("check 'has answer' failed: HTTP 200 {}", row.Samples[Outcome.BadBody]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_exchange_that_never_ends_times_out_before_or_within_its_body(bool begun)
    {
        var never = new TaskCompletionSource();
        await using var target = new ServerTarget(async context =>
        {
            if (begun)
            {
                await context.Response.WriteAsync("begun");
                await context.Response.Body.FlushAsync();
            }
            await never.Task;
        });

        var row = await Runs.RowAsync(
            target,
            options: Runs.Options with
            {
                ExchangeTimeout = TimeSpan.FromMilliseconds(50),
            }
        );
        never.SetResult();

        Assert.Equal([Outcome.Timeout], row.Errors.Keys);
    }
}
