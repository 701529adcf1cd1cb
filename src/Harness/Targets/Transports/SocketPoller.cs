using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace GatewayBench;

/// <summary>
/// A thread that waits for many sockets at once and goes on with whoever's answer has come, there
/// and then. The runtime's own way hands every answer to the thread pool, whose threads then have
/// to be woken: for a client that does next to nothing with an answer that is most of its cost.
/// </summary>
/// <remarks>Linux on 64-bit x86 and Arm: elsewhere clients use the runtime's sockets as they are.</remarks>
internal sealed class SocketPoller : IDisposable
{
    /// <summary>How soon the thread sees that it is no longer needed.</summary>
    private const int LongestWaitMilliseconds = 50;

    private const int MostEvents = 256;

    private readonly ConcurrentDictionary<long, PolledStream> _streams = new();
    private readonly int _epoll = Epoll.Create();
    private readonly Lock _gate = new();
    private long _ids;
    private volatile bool _stopped;

    /// <exception cref="IOException">The process has no descriptor left.</exception>
    public SocketPoller() =>
        new Thread(Poll) { IsBackground = true, Name = "gatewaybench sockets" }.Start();

    public static bool IsSupported =>
        OperatingSystem.IsLinux()
        && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    /// <summary>Tells a stream from now on when its socket can be read or written again.</summary>
    /// <returns>What to call it by in <see cref="Remove"/>.</returns>
    /// <exception cref="ObjectDisposedException">The poller ends, or has ended.</exception>
    /// <exception cref="IOException">The kernel waits for no more sockets.</exception>
    public long Add(PolledStream stream, nint socket)
    {
        var id = Interlocked.Increment(ref _ids);
        _streams[id] = stream;
        try
        {
            // Closed, the descriptor may soon be that of something else.
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_stopped, this);
                Epoll.Add(_epoll, (int)socket, id);
            }
        }
        catch
        {
            Remove(id);
            throw;
        }
        return id;
    }

    /// <summary>The kernel forgets a socket by itself once it is closed.</summary>
    public void Remove(long id) => _streams.TryRemove(id, out _);

    /// <summary>Ends the thread soon; it may be the caller's own.</summary>
    public void Dispose() => _stopped = true;

    private void Poll()
    {
        var events = new Epoll.Events(MostEvents);
        while (!_stopped)
        {
            var count = events.Wait(_epoll, LongestWaitMilliseconds);
            for (var i = 0; i < count; i++)
            {
                if (_streams.TryGetValue(events.IdOf(i), out var stream))
                {
                    stream.Wake(events.IsReadable(i), events.IsWritable(i), events.HasEnded(i));
                }
            }
        }
        lock (_gate)
        {
            Epoll.Close(_epoll);
        }
    }
}
