using GatewayBench.Tests.Targets;

namespace GatewayBench.Tests.Execution;

/// <summary>A gateway and a provider of which it is known how long they take.</summary>
public sealed class SlowExchangeTests
{
    private static readonly TimeSpan Delayed = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData(Transport.Loopback, Hosting.InProcess)]
    [InlineData(Transport.InMemory, Hosting.InProcess)]
    [InlineData(Transport.Loopback, Hosting.Child)]
    public async Task The_providers_delay_is_the_providers_share_of_a_slow_exchange(
        Transport transport,
        Hosting hosting
    )
    {
        await using var provider = await FakeProvider.StartAsync(
            options => options.Latency = Delay.Fixed(Delayed),
            TestContext.Current.CancellationToken
        );
        await using var gateway = SampleGateway
            .Open()
            .UseProvider(provider, "OpenAI:Endpoint")
            .UseTransport(transport)
            .UseHosting(hosting);

        var row = await Runs.RowAsync(gateway, GatewayScenarios.Chat(), users: 2);

        Assert.Equal(row.Successes, row.Slowest.Count);
        Assert.All(
            row.Slowest,
            slow =>
            {
                // A timer is never early, and the way there and back takes more than nothing.
                Assert.True(slow.Provider >= Delayed, $"{slow}");
                Assert.True(slow.Gateway > TimeSpan.Zero, $"{slow}");
                Assert.Equal(
                    slow.Latency.TotalMicroseconds,
                    (slow.ClientWait + slow.Provider + slow.Gateway).Value.TotalMicroseconds,
                    tolerance: 1
                );
                Assert.Equal(hosting == Hosting.InProcess, slow.GcPauses is not null);
                Assert.Equal(32, slow.TraceId?.Length);
                Assert.Null(slow.Exchange);
            }
        );
        var all = row.Breakdown!.Split[0];
        Assert.Equal((row.Successes, 0), ((long)all.Exchanges, all.UntoldExchanges));
        Assert.True(all.ProviderMicroseconds >= Delayed.TotalMicroseconds, $"{all}");
        Assert.True(all.GatewayMicroseconds > 0, $"{all}");
        Assert.NotNull(row.Waits?.GcPauseShare);
        Assert.True(row.Provider.Sum(slice => slice.Requests) <= row.Requests);
        Assert.NotEmpty(row.Resources);
    }

    [Fact]
    public async Task An_exchange_that_no_provider_saw_has_no_share_of_one()
    {
        await using var provider = await FakeProvider.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        await using var gateway = SampleGateway.Open().UseProvider(provider, "OpenAI:Endpoint");

        var row = await Runs.RowAsync(gateway, GatewayScenarios.Health("/health/live"));

        Assert.NotEmpty(row.Slowest);
        Assert.All(row.Slowest, slow => Assert.Null(slow.Provider));
        Assert.All(row.Slowest, slow => Assert.Null(slow.Gateway));
        Assert.True(
            row.Slowest.Zip(row.Slowest.Skip(1)).All(two => two.First.Latency >= two.Second.Latency)
        );
    }
}
