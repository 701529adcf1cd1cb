namespace GatewayBench;

/// <summary>A client whose connections are waited for by threads of its own, one for each core.</summary>
internal sealed class PolledClient : HttpMessageInvoker
{
    private readonly SocketPoller[] _pollers;
    private uint _connections;

    /// <param name="handler">Becomes the client's.</param>
    /// <param name="pollers">One or more; become the client's.</param>
    public PolledClient(SocketsHttpHandler handler, SocketPoller[] pollers)
        : base(handler)
    {
        _pollers = pollers;
        handler.ConnectCallback = (context, cancellationToken) =>
            PolledConnect.ConnectAsync(context.DnsEndPoint, NextPoller(), cancellationToken);
    }

    /// <summary>Makes a client with pollers of its own.</summary>
    /// <param name="handler">Becomes the client's.</param>
    /// <param name="pollers">How many.</param>
    /// <param name="newPoller">Makes a poller.</param>
    /// <exception cref="TargetStartException">The process has no descriptor left for a poller.</exception>
    public static PolledClient Create(
        SocketsHttpHandler handler,
        int pollers,
        Func<SocketPoller> newPoller
    )
    {
        var made = new List<SocketPoller>();
        try
        {
            while (made.Count < pollers)
            {
                made.Add(newPoller());
            }
        }
        catch (IOException e)
        {
            made.ForEach(poller => poller.Dispose());
            handler.Dispose();
            throw new TargetStartException(
                $"The load client needs {pollers} descriptors to wait for its "
                    + $"sockets, and got {made.Count}: {e.Message} Allow more open files "
                    + "(ulimit -n).",
                e
            );
        }
        return new PolledClient(handler, [.. made]);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            Array.ForEach(_pollers, poller => poller.Dispose());
        }
    }

    private SocketPoller NextPoller() =>
        _pollers[Interlocked.Increment(ref _connections) % _pollers.Length];
}
