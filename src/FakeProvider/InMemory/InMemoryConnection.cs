using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace GatewayBench;

/// <summary>
/// Kestrel's end of a connection in memory, with what a socket does when an end leaves: the other
/// learns it at once, even if it is neither reading nor writing.
/// </summary>
/// <remarks>
/// The base class cancels on another thread a source that it may have disposed by then, which would
/// end the process; this source is left to the collector.
/// </remarks>
internal sealed class InMemoryConnection : DefaultConnectionContext
{
    private readonly CancellationTokenSource _closed = new();
    private readonly IDuplexPipe _server;
    private readonly IDuplexPipe _client;
    private volatile bool _aborted;

    public InMemoryConnection(string id, IDuplexPipe server, IDuplexPipe client)
        : base(id, server, client)
    {
        (_server, _client) = (server, client);
        ConnectionClosed = _closed.Token;
    }

    /// <summary>Whether the server has broken it off: what the client has not read yet is the last.</summary>
    public bool IsAborted => _aborted;

    /// <summary>Says that the client has left.</summary>
    public void Leave() => _ = _closed.CancelAsync();

    public override void Abort(ConnectionAbortedException abortReason)
    {
        _aborted = true;
        _client.Input.CancelPendingRead();
        _client.Output.CancelPendingFlush();
        Leave();
    }

    public override async ValueTask DisposeAsync()
    {
        await _server.Input.CompleteAsync();
        await _server.Output.CompleteAsync();
        await base.DisposeAsync();
    }
}
