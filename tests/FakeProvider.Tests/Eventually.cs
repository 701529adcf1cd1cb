namespace GatewayBench.FakeProviderTests;

/// <summary>Waits for what other threads are about to do.</summary>
internal static class Eventually
{
    /// <summary>Far beyond what a working test needs: it only keeps a broken one from hanging.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task TrueAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        patience.CancelAfter(Patience);
        while (!condition())
        {
            await Task.Delay(1, patience.Token);
        }
    }
}
