using Microsoft.Win32.SafeHandles;

namespace BrokenWorker;

/// <summary>What requests leave behind, and nobody ever frees.</summary>
internal sealed class Hoard(IConfiguration settings) : BackgroundService
{
    /// <summary>From one full collection to the next; 0 leaves it to the runtime.</summary>
    private readonly TimeSpan _collect = settings.GetValue("Hoard:CollectEvery", TimeSpan.Zero);

    private readonly int _bytes = settings.GetValue("Hoard:Bytes", 0);
    private readonly int _files = settings.GetValue("Hoard:Files", 0);
    private readonly Lock _gate = new();
    private readonly List<byte[]> _memory = [];
    private readonly List<SafeFileHandle> _open = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_collect == TimeSpan.Zero)
        {
            return;
        }
        using var timer = new PeriodicTimer(_collect);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            GC.Collect();
        }
    }

    public void Keep()
    {
        lock (_gate)
        {
            if (_bytes > 0)
            {
                _memory.Add(new byte[_bytes]);
            }
            for (var i = 0; i < _files; i++)
            {
                _open.Add(File.OpenHandle(typeof(Hoard).Assembly.Location));
            }
        }
    }
}
