using GatewayBench.Peers;

namespace GatewayBench.EndToEnd;

public sealed class PlanOptionsTests
{
    private Plan? _plan;
    private string? _page;

    [Fact]
    public async Task Without_arguments_everything_is_compared_five_times()
    {
        await ReadAsync("");

        Assert.Equal((5, 5), (_plan!.Rounds, _plan.Seconds));
        Assert.Equal([32, 256], _plan.Users);
        Assert.Equal(App.All, _plan.Apps);
        Assert.Equal(Peer.All, _plan.Peers);
        Assert.Equal(InProcess.Transports, _plan.Transports);
        Assert.Null(_page);
    }

    [Fact]
    public async Task A_run_can_be_cut_down()
    {
        await ReadAsync(
            "1 2 --users 8,16 --app gateway --peers hey,wrk --transports inmemory --write a.md"
        );

        Assert.Equal((1, 2), (_plan!.Rounds, _plan.Seconds));
        Assert.Equal([8, 16], _plan.Users);
        Assert.Equal([App.Gateway], _plan.Apps);
        Assert.Equal(["hey", "wrk"], _plan.Peers.Select(peer => peer.Name));
        Assert.Equal([Transport.InMemory], _plan.Transports);
        Assert.Equal("a.md", _page);
    }

    [Theory]
    [InlineData("0", "rounds is '0'; allowed: 1 to 1,000.")]
    [InlineData("five", "rounds is 'five'; allowed: 1 to 1,000.")]
    [InlineData("5 1.5", "seconds is '1.5'; allowed: 1 to 3,600.")]
    [InlineData("--users 32,1", "--users is '1'; allowed: 2 to 1,000.")]
    [InlineData("--app front", "--app is 'front'; allowed: bare, gateway.")]
    [InlineData("--peers wrk,", "--peers is ''; allowed: wrk, h2load, hey, ab, autocannon.")]
    [InlineData("--transports tin", "--transports is 'tin'; allowed: loopback, inmemory")]
    public void A_wrong_argument_is_named_with_its_value_and_what_is_allowed(
        string arguments,
        string reason
    )
    {
        var errors = new PlanOptions().Command((_, _, _) => Task.FromResult(0)).Parse(arguments);

        Assert.StartsWith(reason, Assert.Single(errors.Errors).Message, StringComparison.Ordinal);
    }

    private async Task ReadAsync(string arguments)
    {
        var command = new PlanOptions().Command(
            (plan, page, _) =>
            {
                (_plan, _page) = (plan, page);
                return Task.FromResult(0);
            }
        );
        await command
            .Parse(arguments)
            .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken);
    }
}
