using GatewayBench.Peers;

namespace GatewayBench.EndToEnd;

public sealed class PlanOptionsTests
{
    [Fact]
    public async Task Without_arguments_everything_is_compared_five_times()
    {
        var (plan, page) = await MeasuringProgram.ReadAsync<Plan>(new PlanOptions().Command, "");

        Assert.Equal((5, 5), (plan.Rounds, plan.Seconds));
        Assert.Equal([32, 256], plan.Users);
        Assert.Equal(App.All, plan.Apps);
        Assert.Equal(Peer.All, plan.Peers);
        Assert.Equal(InProcess.Transports, plan.Transports);
        Assert.Null(page);
    }

    [Fact]
    public async Task A_run_can_be_cut_down()
    {
        var (plan, page) = await MeasuringProgram.ReadAsync<Plan>(
            new PlanOptions().Command,
            "1 2 --users 8,16 --app gateway --peers hey,wrk --transports inmemory --write a.md"
        );

        Assert.Equal((1, 2), (plan.Rounds, plan.Seconds));
        Assert.Equal([8, 16], plan.Users);
        Assert.Equal([App.Gateway], plan.Apps);
        Assert.Equal(["hey", "wrk"], plan.Peers.Select(peer => peer.Name));
        Assert.Equal([Transport.InMemory], plan.Transports);
        Assert.Equal("a.md", page);
    }

    [Theory]
    [InlineData("0", "rounds is '0'; allowed: 1 to 1,000.")]
    [InlineData("five", "rounds is 'five'; allowed: 1 to 1,000.")]
    [InlineData("5 1.5", "seconds is '1.5'; allowed: 1 to 3,600.")]
    [InlineData("--users 32,1", "--users is '1'; allowed: 2 to 1,000.")]
    [InlineData("--app front", "--app is 'front'; allowed: bare, gateway.")]
    [InlineData("--peers wrk,", "--peers is ''; allowed: wrk, h2load, hey, ab, autocannon.")]
    [InlineData(
        "--transports tin",
        "--transports is 'tin'; allowed: loopback, inmemory, testserver."
    )]
    public void A_wrong_argument_is_named_with_its_value_and_what_is_allowed(
        string arguments,
        string reason
    ) => MeasuringProgram.RequireError<Plan>(new PlanOptions().Command, arguments, reason);
}
