using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Polly.CircuitBreaker;

namespace Gateway.Tests;

public sealed class BreakerTests
{
    // What these wait for comes at once or never: only a broken breaker meets this limit.
    private const int HangGuard = 60_000;

    private static readonly ProviderException Down = new(ProviderFailure.ErrorStatus, 503);

    [Fact]
    public async Task It_opens_lets_one_call_try_and_closes()
    {
        using var calls = Breaking();
        await OpenAsync(calls);
        Assert.Equal(2, State(calls));

        var refused = await calls.FailAsync();
        Assert.Equal(ProviderFailure.CircuitOpen, refused.Failure);
        Assert.InRange(refused.RetryAfter!.Value.TotalSeconds, 1, 10);
        Assert.Equal(4, calls.Attempts.Count);

        calls.Clock.Advance(TimeSpan.FromSeconds(10));
        calls.Script = _ => null;
        Assert.Equal("fine", await calls.RunAsync());
        Assert.Equal(CircuitState.Closed, calls.Calls.BreakerState);
        Assert.Equal(0, State(calls));
        Assert.All(
            ["open", "half_open", "closed"],
            to =>
                Assert.Equal(
                    1,
                    calls.Metrics().Value("gateway_provider_breaker_changes_total", ("to", to))
                )
        );
        Assert.Equal(
            [
                "The provider fails too often: no calls (chat) for 10 s. ",
                "The provider answers again (chat). ",
            ],
            calls.Logs.Lines.Where(l => l.Level >= LogLevel.Information).Select(l => l.Text)
        );
    }

    [Fact]
    public async Task While_one_call_tries_others_are_refused()
    {
        using var calls = Breaking();
        await OpenAsync(calls);
        calls.Clock.Advance(TimeSpan.FromSeconds(10));
        var trial = new TaskCompletionSource<string>();

        var trying = calls.Calls.RunAsync(
            (_, _) => trial.Task,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(1, State(calls));
        Assert.Equal(ProviderFailure.CircuitOpen, (await calls.FailAsync()).Failure);
        trial.SetException(Down);

        await Assert.ThrowsAsync<ProviderException>(() => trying);
        Assert.Equal(2, State(calls));
    }

    [Fact]
    public async Task A_failure_that_opens_it_is_not_tried_again()
    {
        using var calls = Breaking(o => o.MaxRetries = 2);
        calls.Script = _ => Down;

        // Three attempts of the first call, and the one of the second that opens it.
        Assert.Equal(503, (await calls.FailAsync()).Status);
        Assert.Equal(503, (await calls.FailAsync()).Status);

        Assert.Equal(4, calls.Attempts.Count);
        Assert.Equal(
            1,
            calls.Metrics().Value("gateway_provider_retries_forgone_total", ("cause", "breaker"))
        );
    }

    [Fact]
    public async Task A_stream_that_breaks_after_its_first_piece_counts_as_an_answer()
    {
        using var calls = Breaking();
        using var model = new CannedModel
        {
            Failure = new ProviderException(ProviderFailure.StreamCut),
        };

        for (var n = 0; n < 10; n++)
        {
            await Assert.ThrowsAsync<ProviderException>(async () =>
                await new ResilientChatClient([model], calls.Calls)
                    .GetStreamingResponseAsync(
                        [new(ChatRole.User, "Hi")],
                        cancellationToken: TestContext.Current.CancellationToken
                    )
                    .ToListAsync(TestContext.Current.CancellationToken)
            );
        }

        Assert.Equal(CircuitState.Closed, calls.Calls.BreakerState);
        Assert.Equal(
            10,
            calls.Metrics().Value("gateway_provider_attempts_total", ("outcome", "ok"))
        );
    }

    [Theory]
    [InlineData(nameof(ProviderFailure.RateLimited), 429)]
    [InlineData(nameof(ProviderFailure.CredentialsRejected), 401)]
    [InlineData(nameof(ProviderFailure.ErrorStatus), 404)]
    public async Task What_is_not_the_providers_trouble_leaves_it_closed(string failure, int status)
    {
        using var calls = Breaking();
        calls.Script = _ => new(Enum.Parse<ProviderFailure>(failure), status);
        for (var i = 0; i < 50; i++)
        {
            await calls.FailAsync();
        }

        Assert.Equal(50, calls.Attempts.Count);
        Assert.Equal(CircuitState.Closed, calls.Calls.BreakerState);
    }

    [Fact(Timeout = HangGuard)]
    public async Task Attempts_that_time_out_count()
    {
        using var calls = Breaking(o => o.TotalTimeoutSeconds = 1);
        for (var i = 0; i < 4; i++)
        {
            var call = calls.Calls.RunAsync(NeverAsync, TestContext.Current.CancellationToken);
            calls.Clock.Advance(TimeSpan.FromSeconds(1));
            await Assert.ThrowsAsync<ProviderException>(() => call);
        }

        Assert.Equal(CircuitState.Open, calls.Calls.BreakerState);
    }

    [Fact(Timeout = HangGuard)]
    public async Task Callers_who_leave_make_no_share_of_failures_smaller()
    {
        using var calls = Breaking();
        calls.Script = _ => Down;
        for (var i = 0; i < 3; i++)
        {
            await calls.FailAsync();
        }
        for (var i = 0; i < 20; i++)
        {
            await LeaveAsync(calls);
        }
        Assert.Equal(CircuitState.Closed, calls.Calls.BreakerState);

        // The fourth attempt that counts, and all four have failed.
        await calls.FailAsync();

        Assert.Equal(CircuitState.Open, calls.Calls.BreakerState);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_trial_whose_caller_leaves_proves_nothing_and_is_followed_by_another()
    {
        using var calls = Breaking();
        await OpenAsync(calls);
        calls.Clock.Advance(TimeSpan.FromSeconds(10));

        await LeaveAsync(calls);
        Assert.Equal(CircuitState.Open, calls.Calls.BreakerState);
        Assert.Equal(ProviderFailure.CircuitOpen, (await calls.FailAsync()).Failure);

        calls.Clock.Advance(TimeSpan.FromSeconds(10));
        calls.Script = _ => null;
        Assert.Equal("fine", await calls.RunAsync());
        Assert.Equal(CircuitState.Closed, calls.Calls.BreakerState);
    }

    [Fact(Timeout = HangGuard)]
    public async Task A_provider_that_takes_longer_than_its_caller_waits_has_failed()
    {
        using var calls = Breaking();
        for (var i = 0; i < 4; i++)
        {
            var call = calls.Calls.RunAsync(
                NeverAsync,
                TestContext.Current.CancellationToken,
                within: TimeSpan.FromSeconds(2)
            );
            calls.Clock.Advance(TimeSpan.FromSeconds(2));
            var late = await Assert.ThrowsAsync<ProviderException>(() => call);
            Assert.Equal(ProviderFailure.TimedOut, late.Failure);
        }

        Assert.Equal(CircuitState.Open, calls.Calls.BreakerState);
        Assert.Equal(
            4,
            calls
                .Metrics()
                .Value("gateway_provider_attempts_total", ("outcome", "provider_timeout"))
        );
    }

    private static async Task<string> NeverAsync(int key, CancellationToken end)
    {
        await Task.Delay(Timeout.Infinite, end);
        return "never";
    }

    /// <summary>A call whose caller leaves while it waits.</summary>
    private static async Task LeaveAsync(ScriptedCalls calls)
    {
        using var leave = new CancellationTokenSource();
        var call = calls.Calls.RunAsync(NeverAsync, leave.Token);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private static ScriptedCalls Breaking(Action<ResilienceOptions>? change = null) =>
        new(o =>
        {
            o.MaxRetries = 0;
            o.MaxAmplification = 10;
            o.BreakerMinAttempts = 4;
            o.BreakSeconds = 10;
            change?.Invoke(o);
        });

    private static async Task OpenAsync(ScriptedCalls calls)
    {
        calls.Script = _ => Down;
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(503, (await calls.FailAsync()).Status);
        }
    }

    private static double State(ScriptedCalls calls) =>
        calls.Metrics().Value("gateway_provider_breaker_state");
}
