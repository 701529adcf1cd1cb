using GatewayBench.Support;

namespace Gateway.Tests;

public sealed class RetryContractTests
{
    private static readonly ProviderException Limited = new(
        ProviderFailure.RateLimited,
        429,
        TimeSpan.FromMilliseconds(1500.5)
    );

    [Fact]
    public async Task No_retry_comes_before_the_wait_that_the_provider_asked_for()
    {
        using var calls = new ScriptedCalls();
        calls.Script = attempt => attempt == 0 ? Limited : null;

        var call = calls.RunAsync();
        calls.Clock.Advance(TimeSpan.FromMilliseconds(1500.5));
        Assert.Single(calls.Attempts);
        Assert.Equal("fine", await calls.FinishAsync(call));

        var wait = calls.Attempts.Last().At - calls.Attempts.First().At;
        Assert.InRange(wait.TotalMilliseconds, 1500.5, 1500.5 + 250 + 2);
    }

    [Fact]
    public async Task Among_many_callers_none_is_early_and_the_provider_is_spared()
    {
        using var calls = new ScriptedCalls(o =>
        {
            o.MaxRetries = 5;
            o.MaxAmplification = 1.5;
        });
        var random = new Random(11);
        var early = 0;
        var requests = 0;
        const int callers = 400;

        var all = Enumerable.Range(0, callers).Select(_ => CallAsync()).ToList();
        while (!all.TrueForAll(call => call.IsCompleted))
        {
            calls.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(0, early);
        Assert.InRange(requests, callers * 1.4, callers * 1.5);

        async Task CallAsync()
        {
            var notBefore = DateTimeOffset.MinValue;
            try
            {
                await calls.Calls.RunAsync<string>(
                    (_, _) =>
                    {
                        requests++;
                        early += calls.Clock.GetUtcNow() < notBefore ? 1 : 0;
                        var asked = TimeSpan.FromMilliseconds(random.Next(9_000));
                        notBefore = calls.Clock.GetUtcNow() + asked;
                        throw new ProviderException(ProviderFailure.RateLimited, 429, asked);
                    },
                    TestContext.Current.CancellationToken
                );
            }
            catch (ProviderException)
            {
                // What the caller gets is another test's.
            }
        }
    }

    [Fact]
    public async Task The_last_failure_goes_to_the_caller_with_its_wait()
    {
        using var calls = new ScriptedCalls(o => o.MaxAmplification = 3);
        calls.Script = attempt =>
            new(ProviderFailure.RateLimited, 429, TimeSpan.FromSeconds(attempt + 1));

        var failure = await calls.FailAsync();

        Assert.Equal(3, calls.Attempts.Count);
        Assert.Equal(ProviderFailure.RateLimited, failure.Failure);
        Assert.Equal(TimeSpan.FromSeconds(3), failure.RetryAfter);
    }

    [Fact]
    public async Task A_wait_beyond_the_cap_is_passed_on_at_once()
    {
        using var calls = new ScriptedCalls();
        calls.Script = _ => new(ProviderFailure.RateLimited, 429, TimeSpan.FromSeconds(10.001));

        var call = calls.RunAsync();

        Assert.True(call.IsCompleted);
        await Assert.ThrowsAsync<ProviderException>(() => call);
        Assert.Equal(1, Forgone(calls, "wait"));
    }

    [Fact]
    public async Task A_wait_beyond_the_total_time_is_not_begun()
    {
        using var calls = new ScriptedCalls(o => o.TotalTimeoutSeconds = 1);
        calls.Script = _ => Limited;

        var call = calls.RunAsync();

        Assert.True(call.IsCompleted);
        await Assert.ThrowsAsync<ProviderException>(() => call);
        Assert.Equal(1, Forgone(calls, "time"));
    }

    [Fact]
    public async Task A_retry_beyond_the_budget_is_not_made()
    {
        using var calls = new ScriptedCalls(o => o.MaxAmplification = 1.5);
        calls.Script = _ => new(ProviderFailure.ErrorStatus, 503);

        await calls.FailAsync();
        Assert.Single(calls.Attempts);
        await calls.FailAsync();

        Assert.Equal(3, calls.Attempts.Count);
        Assert.Equal(2, Forgone(calls, "budget"));
        Assert.Equal(
            1,
            calls
                .Metrics()
                .Value(
                    "gateway_provider_retries_total",
                    ("error_type", "provider_error"),
                    ("way", "again")
                )
        );
        Assert.Equal(
            3,
            calls.Metrics().Value("gateway_provider_attempts_total", ("outcome", "provider_error"))
        );
    }

    [Fact]
    public async Task A_failure_that_does_not_pass_is_not_tried_again()
    {
        using var calls = new ScriptedCalls();
        calls.Script = _ => new(ProviderFailure.ErrorStatus, 400);

        Assert.Equal(400, (await calls.FailAsync()).Status);
        Assert.Single(calls.Attempts);
    }

    [Fact]
    public async Task A_caller_who_leaves_ends_the_wait()
    {
        using var calls = new ScriptedCalls();
        calls.Script = _ => Limited;
        using var leave = new CancellationTokenSource();

        var call = calls.RunAsync(leave.Token);
        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(calls.Attempts);
        // Neither the wait nor the total time is left behind.
        Assert.Equal(0, calls.Clock.PendingTimers);
    }

    [Fact]
    public async Task The_total_time_ends_an_attempt()
    {
        using var calls = new ScriptedCalls(o => o.TotalTimeoutSeconds = 5);
        var call = calls.Calls.RunAsync<string>(
            async (_, end) =>
            {
                await Task.Delay(Timeout.Infinite, end);
                return "never";
            },
            TestContext.Current.CancellationToken
        );

        calls.Clock.Advance(TimeSpan.FromSeconds(5));

        var failure = await Assert.ThrowsAsync<ProviderException>(() => call);
        Assert.Equal(ProviderFailure.TimedOut, failure.Failure);
    }

    [Fact]
    public async Task Over_HTTP_no_retry_is_early_either()
    {
        await using var upstream = await Upstream.StartAsync();
        var clock = new ManualTimeProvider();
        var arrivals = new List<DateTimeOffset>();
        var answer = upstream.Chat;
        upstream.Chat = context =>
        {
            arrivals.Add(clock.GetUtcNow());
            if (arrivals.Count > 1)
            {
                return answer(context);
            }
            context.Response.StatusCode = 429;
            // The first of the two is the one that counts.
            context.Response.Headers["retry-after-ms"] = "4000";
            context.Response.Headers["retry-after"] = "1";
            return Task.CompletedTask;
        };
        await using var model = new Model(upstream.Endpoint, clock, null);

        var call = model.AskAsync();
        while (!call.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(5));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        Assert.Equal("Hello!", (await call).Text);
        Assert.True(arrivals[1] - arrivals[0] >= TimeSpan.FromSeconds(4));
    }

    private static double Forgone(ScriptedCalls calls, string cause) =>
        calls.Metrics().Value("gateway_provider_retries_forgone_total", ("cause", cause));
}
