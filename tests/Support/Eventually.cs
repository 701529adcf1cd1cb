namespace GatewayBench.Support;

/// <summary>Waits for what other threads are about to do.</summary>
public static class Eventually
{
    /// <summary>Far beyond what a working test needs: it only keeps a broken one from hanging.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    /// <summary>Enough for another thread's next step, which a timer would make last a millisecond.</summary>
    private const int QuickLooks = 100;

    /// <exception cref="OperationCanceledException">It did not become true.</exception>
    public static async Task TrueAsync(Func<bool> condition)
    {
        for (var look = 0; look < QuickLooks; look++)
        {
            if (condition())
            {
                return;
            }
            Thread.Yield();
            await Task.Yield();
        }
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        patience.CancelAfter(_patience);
        while (!condition())
        {
            await Task.Delay(1, patience.Token);
        }
    }
}
