namespace GatewayBench.Support;

/// <summary>Waits for what other threads are about to do.</summary>
public static class Eventually
{
    /// <summary>Far beyond what a working test needs: it only keeps a broken one from hanging.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(1);

    /// <exception cref="OperationCanceledException">It did not become true.</exception>
    public static async Task TrueAsync(Func<bool> condition)
    {
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
