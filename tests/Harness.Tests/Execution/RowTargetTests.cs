using System.Net;

namespace GatewayBench.Tests.Execution;

public sealed class RowTargetTests
{
    [Fact]
    public async Task Each_row_says_which_target_it_loaded_and_the_run_how_fast_the_machine_was()
    {
        var reply = CannedReply.Of(HttpStatusCode.OK, [], "text/plain", "ok"u8.ToArray());
        await using var memory = new CannedTarget(reply, Transport.InMemory);
        await using var sockets = new CannedTarget(reply, Transport.Loopback);
        await using var again = new CannedTarget(reply, Transport.InMemory);
        ITarget[] targets = [memory, sockets, again];
        var load = Load.Closed(1, TimeSpan.FromMilliseconds(100));

        var result = await LoadRunner.RunAsync(
            [.. targets.Select(target => new Row(target, Runs.Get, load))],
            Runs.Options with
            {
                Calibrate = true,
            },
            TestContext.Current.CancellationToken
        );

        Assert.Equal(["inmemory", "loopback"], result.Targets.Select(target => target.Transport));
        Assert.Equal([0, 1, 0], result.Rows.Select(row => row.Target));
        Assert.True(result.Machine.LoopScore > 0);
    }
}
