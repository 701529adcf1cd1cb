using GatewayBench.Support;

namespace GatewayBench.FakeProviderTests;

internal static class ManualTimeExtensions
{
    /// <summary>Moves the clock until what waits on it has ended, however late it begins to.</summary>
    public static async Task<T> AdvanceUntilEndedAsync<T>(
        this ManualTimeProvider clock,
        Task<T> task
    )
    {
        await Eventually.TrueAsync(() =>
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            return task.IsCompleted;
        });
        return await task;
    }
}
