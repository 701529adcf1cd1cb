using System.Net.Sockets;

namespace GatewayBench;

/// <summary>A client whose connections are waited for by threads of its own, one for each core.</summary>
internal sealed class PolledClient : HttpMessageInvoker
{
    private readonly SocketPoller[] _pollers;
    private uint _connections;

    public PolledClient(SocketsHttpHandler handler)
        : base(handler)
    {
        _pollers = new SocketPoller[Environment.ProcessorCount];
        for (var i = 0; i < _pollers.Length; i++)
        {
            _pollers[i] = new SocketPoller();
        }
        handler.ConnectCallback = Connect;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Array.ForEach(_pollers, poller => poller.Dispose());
        }
    }

    private ValueTask<Stream> Connect(
        SocketsHttpConnectionContext context,
        CancellationToken cancellationToken
    )
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // Blocking, which on loopback takes no time: an asynchronous connect would leave the
            // socket with the runtime's own poller as well.
            socket.Connect(context.DnsEndPoint);
            var poller = _pollers[Interlocked.Increment(ref _connections) % _pollers.Length];
            return ValueTask.FromResult<Stream>(new PolledStream(socket, poller));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
