using System.Runtime.ExceptionServices;

namespace GatewayBench;

/// <summary>
/// Both arms of a pair, launched side by side: in turns, the second one would go into its slices fresh
/// from its warm-up, and the first after having idled as long.
/// </summary>
/// <param name="One">The one that was launched first.</param>
/// <param name="Other">The one beside it.</param>
internal sealed record ArmPair(IArm One, IArm Other) : IAsyncDisposable
{
    /// <param name="launch">Starts an arm and warms it up.</param>
    /// <param name="first">Which goes first.</param>
    /// <param name="stop">Gives up.</param>
    /// <remarks>If either can't be started, the other is stopped, and what is thrown is why it couldn't.</remarks>
    public static async Task<ArmPair> LaunchAsync(
        Func<ArmSide, CancellationToken, Task<IArm>> launch,
        ArmSide first,
        CancellationToken stop
    )
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var one = StartAsync(first);
        var other = StartAsync(first == ArmSide.A ? ArmSide.B : ArmSide.A);
        try
        {
            return new ArmPair(await one, await other);
        }
        catch
        {
            var (ofOne, ofOther) = (await CauseAsync(one), await CauseAsync(other));
            (ofOne ?? ofOther)?.Throw();
            throw;
        }

        async Task<IArm> StartAsync(ArmSide side)
        {
            try
            {
                return await launch(side, giveUp.Token);
            }
            catch
            {
                await giveUp.CancelAsync();
                throw;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await One.DisposeAsync();
        await Other.DisposeAsync();
    }

    /// <returns>Null for one that has been started, and is stopped here, or that was given up.</returns>
    private static async Task<ExceptionDispatchInfo?> CauseAsync(Task<IArm> launched)
    {
        try
        {
            await (await launched).DisposeAsync();
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (Exception e)
        {
            return ExceptionDispatchInfo.Capture(e);
        }
    }
}
