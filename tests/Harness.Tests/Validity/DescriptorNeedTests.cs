using GatewayBench.Tests.Execution;
using GatewayBench.Tests.Targets;

namespace GatewayBench.Tests.Validity;

public sealed class DescriptorNeedTests
{
    [Theory]
    [InlineData("loopback", "inprocess", false, 2_000)]
    [InlineData("loopback", "inprocess", true, 4_000)]
    [InlineData("loopback, HTTPS", "inprocess", true, 4_000)]
    [InlineData("loopback, HTTP/2", "inprocess", false, 20)]
    [InlineData("loopback, HTTP/2", "inprocess", true, 2_020)]
    [InlineData("loopback", "child", true, 2_000)]
    [InlineData("remote", "remote", false, 1_000)]
    [InlineData("inmemory", "inprocess", true, 0)]
    [InlineData("testserver", "inprocess", true, 0)]
    public void Each_end_of_a_connection_that_is_in_this_process_is_a_descriptor(
        string transport,
        string hosting,
        bool holdCalls,
        long expected
    ) =>
        Assert.Equal(
            expected,
            DescriptorNeed.Of(1_000, Info(transport, hosting), holdConnections: true, holdCalls)
        );

    [Fact]
    public void Users_who_pause_hold_none() =>
        Assert.Equal(
            0,
            DescriptorNeed.Of(1_000, Info("loopback", "inprocess"), false, holdCalls: true)
        );

    [Fact]
    public async Task A_row_of_streams_stops_before_the_limit_and_says_how_to_raise_it()
    {
        await using var provider = await FakeProvider.StartAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        await using var gateway = SampleGateway.Open().UseProvider(provider, "OpenAI:Endpoint");

        var refused = await Assert.ThrowsAsync<SettingException>(() =>
            Runs.RowAsync(gateway, GatewayScenarios.StreamedChat(), 300, Limited(1_299))
        );

        Assert.Contains("users=300", refused.Message, StringComparison.Ordinal);
        Assert.Contains("need 1200, 100 are open", refused.Message, StringComparison.Ordinal);
        Assert.Contains("may have 1299", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'ulimit -n 1300'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("LimitNOFILE=1300", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, provider.GetStatistics().ChatRequests);
    }

    [Fact]
    public async Task A_row_that_has_just_enough_is_run()
    {
        await using var target = new ServerTarget(Runs.OkAsync);
        var needed = DescriptorNeed.Of(3, target.Info, holdConnections: true, holdCalls: false);

        var row = await Runs.AnsweredRowAsync(target, users: 3, options: Limited(100 + needed));

        Assert.NotEqual(0, row.Successes);
    }

    [Fact]
    public async Task Without_a_limit_nothing_is_refused()
    {
        await using var target = new ServerTarget(Runs.OkAsync);

        var row = await Runs.AnsweredRowAsync(
            target,
            options: Runs.Options with
            {
                Descriptors = () => null,
            }
        );

        Assert.NotEqual(0, row.Successes);
    }

    private static RunOptions Limited(long most) =>
        Runs.Options with
        {
            Descriptors = () => new DescriptorLimit(most, Open: 100),
        };

    private static TargetInfo Info(string transport, string hosting) =>
        new("any", transport, null, []) { Hosting = hosting };
}
