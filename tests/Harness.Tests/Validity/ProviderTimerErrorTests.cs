namespace GatewayBench.Tests.Validity;

public sealed class ProviderTimerErrorTests
{
    [Fact]
    public void Only_what_came_between_the_readings_counts()
    {
        var before = Audit(requests: Errors(10_000, 90_000), tokens: Errors());
        var after = Audit(requests: Errors(10_000, 90_000), tokens: Errors());
        after.FirstTokenTimerError.RecordValueWithCount(200, 368);

        Assert.Equal(200, ProviderTimerError.P99Between(before, after)!.Value, tolerance: 2);
    }

    [Fact]
    public void The_worse_of_requests_and_tokens_counts()
    {
        var nothing = Audit(Errors(), Errors());

        Assert.Equal(9_000, P99(Audit(Errors(400, 9_000), Errors(400, 500))), tolerance: 90);
        Assert.Equal(9_000, P99(Audit(Errors(400, 500), Errors(400, 9_000))), tolerance: 90);
        Assert.Equal(500, P99(Audit(Errors(400, 500), Errors(3, 9_000))), tolerance: 5);
        Assert.Equal(500, P99(Audit(Errors(3, 9_000), Errors(400, 500))), tolerance: 5);

        double P99(ProviderAudit after) => ProviderTimerError.P99Between(nothing, after)!.Value;
    }

    [Fact]
    public void Too_few_delays_tell_nothing() =>
        Assert.Null(
            ProviderTimerError.P99Between(
                Audit(Errors(), Errors()),
                Audit(Errors(367, 9_000), Errors(367, 9_000))
            )
        );

    [Fact]
    public async Task A_row_is_judged_by_the_delays_of_its_provider()
    {
        await using var provider = await FakeProvider.StartAsync(
            options =>
            {
                options.Latency = Delay.Fixed("1ms");
                options.TimeProvider = new LateClock();
            },
            TestContext.Current.CancellationToken
        );
        await using var gateway = Targets
            .SampleGateway.Open()
            .UseProvider(provider, "OpenAI:Endpoint");
        // A percentile needs enough answers, and how many a second brings is the machine's affair.
        double? p99 = null;
        for (var seconds = 2; p99 is null; seconds *= 2)
        {
            var result = await LoadRunner.RunAsync(
                gateway,
                GatewayScenarios.Chat(),
                Load.Closed(16, TimeSpan.FromSeconds(seconds)),
                Execution.Runs.Options,
                TestContext.Current.CancellationToken
            );
            p99 = Assert.Single(result.Rows).Trust.ProviderTimerErrorP99Microseconds;
            Assert.True(p99 is not null || seconds < 60, "Nothing is told of 60 s of answers.");
        }

        // Who comes while the timer is late already waits less of it: not all are 30 ms late.
        Assert.InRange(p99.Value, 15_000, 60_000_000);
    }

    private static ProviderAudit Audit(LongHistogram requests, LongHistogram tokens) =>
        new() { FirstTokenTimerError = requests, TokenTimerError = tokens };

    private static LongHistogram Errors(long count = 0, long microseconds = 0)
    {
        var errors = TimerErrors.NewHistogram();
        errors.RecordValueWithCount(microseconds, count);
        return errors;
    }

    /// <summary>Its timers fire 30 ms after they are due.</summary>
    private sealed class LateClock : TimeProvider
    {
        public override ITimer CreateTimer(
            TimerCallback callback,
            object? state,
            TimeSpan dueTime,
            TimeSpan period
        ) => new LateTimer(base.CreateTimer(callback, state, Late(dueTime), period));

        private static TimeSpan Late(TimeSpan dueTime) =>
            dueTime < TimeSpan.Zero ? dueTime : dueTime + TimeSpan.FromMilliseconds(30);

        private sealed class LateTimer(ITimer timer) : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) =>
                timer.Change(Late(dueTime), period);

            public void Dispose() => timer.Dispose();

            public ValueTask DisposeAsync() => timer.DisposeAsync();
        }
    }
}
