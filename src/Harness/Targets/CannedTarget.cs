using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;

namespace GatewayBench;

/// <summary>
/// Answers every HTTP/1.1 request with the same bytes, as cheaply as can be: what the process then
/// uses per exchange is the load client's, and little more. Over loopback the kernel's work for
/// this end is in it too: an upper bound.
/// </summary>
/// <param name="reply">A whole response; see <see cref="CannedReply"/>.</param>
/// <param name="transport">How bytes reach it.</param>
internal sealed class CannedTarget(ReadOnlyMemory<byte> reply, Transport transport)
    : ITarget,
        IAsyncDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private readonly InMemoryNetwork _network = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private Task? _accepting;

    public Uri BaseAddress =>
        IsInMemory ? new Uri("http://localhost/") : new Uri($"http://{_listener.LocalEndpoint}/");

    public TargetInfo Info => new("canned", IsInMemory ? "inmemory" : "loopback", null, []);

    public string? Fault => null;

    private bool IsInMemory => transport == Transport.InMemory;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (_accepting is null)
        {
            if (!IsInMemory)
            {
                _listener.Start();
            }
            _accepting = IsInMemory ? AcceptInMemoryAsync() : AcceptSocketsAsync();
        }
        return Task.CompletedTask;
    }

    public HttpMessageInvoker CreateClient() =>
        LoadClient.Create(
            new ConnectionOptions(),
            handler =>
                handler.ConnectCallback = IsInMemory
                    ? (_, _) => ValueTask.FromResult(_network.Connect())
                    : null
        );

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        _network.Close();
        if (_accepting is { } accepting)
        {
            await accepting;
        }
        // Not before: a loop on its way to the next accept would find the listener gone.
        _listener.Dispose();
        _stopped.Dispose();
    }

    private async Task AcceptInMemoryAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (await _network.AcceptAsync(_stopped.Token) is { } connection)
            {
                serving.Add(ServeAsync(connection, connection.Transport));
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
        await Task.WhenAll(serving);
    }

    private async Task AcceptSocketsAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var socket = await _listener.AcceptSocketAsync(_stopped.Token);
                socket.NoDelay = true;
                var stream = new NetworkStream(socket, ownsSocket: true);
                serving.Add(ServeAsync(stream, new StreamDuplex(stream)));
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            // Disposed.
        }
        await Task.WhenAll(serving);
    }

    private async Task ServeAsync(IAsyncDisposable connection, IDuplexPipe pipe)
    {
        await using (connection)
        {
            try
            {
                await AnswerAsync(pipe);
            }
            catch (Exception e) when (IsEnd(e))
            {
                // Disposed, or the client left first.
            }
            await pipe.Input.CompleteAsync();
            await pipe.Output.CompleteAsync();
        }
    }

    private async Task AnswerAsync(IDuplexPipe pipe)
    {
        while (true)
        {
            var read = await pipe.Input.ReadAsync(_stopped.Token);
            var rest = read.Buffer;
            var requests = 0;
            for (; RequestEnd.Find(rest) is { } end; requests++)
            {
                rest = rest.Slice(end);
            }
            // Before the answer: a client whose large request still waits for room in its pipe does
            // not read yet, and the answer could be larger than the room in ours.
            pipe.Input.AdvanceTo(rest.Start, rest.End);
            for (; requests > 0; requests--)
            {
                await pipe.Output.WriteAsync(reply, _stopped.Token);
            }
            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    /// <summary>A request that can't be read ends its connection like a client that leaves.</summary>
    private static bool IsEnd(Exception e) =>
        e
            is OperationCanceledException
                or IOException
                or SocketException
                or ObjectDisposedException
                or InvalidDataException;

    private sealed class StreamDuplex(Stream stream) : IDuplexPipe
    {
        public PipeReader Input { get; } =
            PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));

        public PipeWriter Output { get; } =
            PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
    }
}
