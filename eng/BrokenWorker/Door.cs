namespace BrokenWorker;

/// <summary>A lock that each request holds for a while.</summary>
internal sealed class Door(IConfiguration settings)
{
    private readonly TimeSpan _held = settings.GetValue("Door:Held", TimeSpan.Zero);
    private readonly Lock _door = new();

    public void Pass()
    {
        if (_held == TimeSpan.Zero)
        {
            return;
        }
        lock (_door)
        {
            Thread.Sleep(_held);
        }
    }
}
