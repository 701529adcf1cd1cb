namespace GatewayBench.ProfileTruth;

/// <summary>A provider behind a gateway: so many at once, each for the same time.</summary>
/// <param name="waits">Whether who finds no slot waits for one, or is turned away after as long a time.</param>
internal sealed class Slots(bool waits) : IDisposable
{
    public const int Count = 50;

    public static readonly TimeSpan ServiceTime = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _free = new(Count);

    public async Task AnswerAsync(HttpContext context)
    {
        var stop = context.RequestAborted;
        if (!await _free.WaitAsync(waits ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, stop))
        {
            await Task.Delay(ServiceTime, stop);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        try
        {
            await Task.Delay(ServiceTime, stop);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
