using System.Runtime.InteropServices;
using GatewayBench.Support;

namespace GatewayBench.Tests.Execution;

/// <summary>Without a real signal, which all runs of this process would get.</summary>
public sealed class InterruptionTests
{
    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public async Task The_first_signal_ends_the_run_and_the_second_the_process(PosixSignal signal)
    {
        using var interruption = new Interruption(watch: true, CancellationToken.None);

        Assert.True(IsTaken(interruption, signal));
        await Eventually.TrueAsync(() => interruption.Token.IsCancellationRequested);

        Assert.False(IsTaken(interruption, signal));
    }

    [Fact]
    public void The_callers_own_token_ends_the_run_too()
    {
        using var caller = new CancellationTokenSource();
        using var interruption = new Interruption(watch: false, caller.Token);
        Assert.False(interruption.Token.IsCancellationRequested);

        caller.Cancel();

        Assert.True(interruption.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_signal_after_the_run_is_left_to_the_process()
    {
        var interruption = new Interruption(watch: true, CancellationToken.None);
        interruption.Dispose();

        Assert.False(IsTaken(interruption, PosixSignal.SIGINT));
    }

    private static bool IsTaken(Interruption interruption, PosixSignal signal)
    {
        var context = new PosixSignalContext(signal);
        interruption.Receive(context);
        return context.Cancel;
    }
}
