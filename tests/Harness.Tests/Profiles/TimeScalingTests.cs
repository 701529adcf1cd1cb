namespace GatewayBench.Tests.Profiles;

public sealed class TimeScalingTests
{
    [Fact]
    public async Task A_providers_time_has_to_have_the_scale_of_the_run()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var usual = await FakeProvider.StartAsync(_ => { }, cancel);
        await using var scaled = await FakeProvider.StartAsync(
            options => options.TimeProvider = new ScaledTime(0.1),
            cancel
        );

        Assert.Equal(TimeSpan.FromSeconds(1), TimeScaling.Of(Row(scaled), 0.1).Load.Duration);
        Assert.Throws<InvalidOperationException>(() => TimeScaling.Of(Row(usual), 0.1));
        Assert.Throws<InvalidOperationException>(() => TimeScaling.Of(Row(scaled), 1));
        Assert.Equal(Load.Closed(1, "10s"), TimeScaling.Of(Row(usual), 1).Load);
    }

    private static Row Row(FakeProvider provider) =>
        new(new Target(provider), Execution.Runs.Get, Load.Closed(1, "10s"));

    private sealed class Target(FakeProvider provider) : ITarget
    {
        public Uri BaseAddress { get; } = new("http://nowhere/");

        public TargetInfo Info => new("nowhere", "none", null, []);

        public string? Fault => null;

        public FakeProvider? Provider => provider;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public HttpMessageInvoker CreateClient() => throw new NotSupportedException();
    }
}
