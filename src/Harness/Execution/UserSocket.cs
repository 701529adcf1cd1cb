using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace GatewayBench;

/// <summary>
/// A user's WebSocket, which stays open from turn to turn. Between turns it waits for data without
/// taking any: only a socket that is being read sees that it was closed, and answers pings.
/// </summary>
/// <param name="clock">Times the goodbye.</param>
/// <param name="cancelled">The run is given up: there is no time for a goodbye.</param>
internal sealed class UserSocket(TimeProvider clock, CancellationToken cancelled) : IAsyncDisposable
{
    /// <summary>How long the other end may take to say goodbye too.</summary>
    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(5);

    private readonly BodyBuffer _dropped = new();
    private ClientWebSocket? _socket;
    private Task<ValueWebSocketReceiveResult>? _waiting;

    /// <summary>Whether the next turn can begin, as far as it is known on this side.</summary>
    public bool IsOpen => _socket is { State: WebSocketState.Open };

    /// <summary>The answer to the upgrade; null while there was none.</summary>
    public HttpResponseMessage? Upgrade { get; private set; }

    /// <summary>Why the other end closed it, as far as it said so.</summary>
    public string ClosedBecause =>
        _socket?.CloseStatus is { } status
            ? $"closed with {(int)status} {_socket.CloseStatusDescription}".TrimEnd()
            : "closed";

    /// <summary>Opens a new one in place of the last.</summary>
    /// <param name="request">Where to, and with which headers.</param>
    /// <param name="subprotocol">What it has to speak, or null.</param>
    /// <param name="client">Able to upgrade.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The answer's status: 101, or that of a refusal.</returns>
    /// <exception cref="WebSocketException">There was no answer.</exception>
    public async ValueTask<HttpStatusCode> OpenAsync(
        HttpRequestMessage request,
        string? subprotocol,
        HttpMessageInvoker client,
        CancellationToken cancellationToken
    )
    {
        Abort();
        var socket = SocketUpgrade.NewSocket(request, subprotocol);
        _socket = socket;
        try
        {
            await socket.ConnectAsync(
                SocketUpgrade.AddressOf(request.RequestUri!),
                client,
                cancellationToken
            );
        }
        catch (WebSocketException) when (SocketUpgrade.IsRefusal(socket.HttpStatusCode))
        {
            return socket.HttpStatusCode;
        }
        Upgrade = SocketUpgrade.AnswerOf(socket);
        Watch();
        return HttpStatusCode.SwitchingProtocols;
    }

    /// <summary>Breaks the socket off when told to: whoever reads from it then fails.</summary>
    public CancellationTokenRegistration AbortWhen(CancellationToken cancelled) =>
        cancelled.UnsafeRegister(static socket => ((WebSocket)socket!).Abort(), _socket);

    /// <summary>Whether something came, or the socket was lost, since it was last read.</summary>
    public bool HasNews => _waiting is { IsCompleted: true };

    /// <summary>Drops what has come since the last turn.</summary>
    /// <returns>How many messages.</returns>
    public async ValueTask<int> DropAsync()
    {
        var dropped = 0;
        for (; HasNews && await ReceiveAsync(_dropped); dropped++)
        {
            _dropped.Clear();
            Watch();
        }
        _dropped.Rest();
        return dropped;
    }

    public ValueTask SendAsync(string message, CancellationToken cancellationToken) =>
        _socket!.SendAsync(
            Encoding.UTF8.GetBytes(message).AsMemory(),
            WebSocketMessageType.Text,
            endOfMessage: true,
            cancellationToken
        );

    /// <summary>Adds the next whole message to a buffer.</summary>
    /// <returns>False if the other end closed instead.</returns>
    public async ValueTask<bool> ReceiveAsync(BodyBuffer into)
    {
        var waiting = _waiting;
        _waiting = null;
        while (true)
        {
            var received = waiting is null
                ? await _socket!.ReceiveAsync(into.Room(), CancellationToken.None)
                : await waiting;
            waiting = null;
            into.Advance(received.Count);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                return false;
            }
            if (received.EndOfMessage)
            {
                return true;
            }
        }
    }

    /// <summary>Begins to wait for the next turn, or for the other end's goodbye.</summary>
    public void Watch() =>
        _waiting = _socket!.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None).AsTask();

    /// <summary>Lets go of it without a goodbye.</summary>
    public void Abort()
    {
        _socket?.Abort();
        _socket?.Dispose();
        _socket = null;
        Upgrade?.Dispose();
        Upgrade = null;
        // Nobody asks any more how it ended.
        _waiting?.ContinueWith(
            static ended => _ = ended.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        _waiting = null;
    }

    /// <summary>Says goodbye, waits for the other end's, and lets go.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsOpen && !cancelled.IsCancellationRequested)
        {
            using var patience = new CancellationTokenSource(ClosePatience, clock);
            using var late = AbortWhen(patience.Token);
            using var end = AbortWhen(cancelled);
            try
            {
                await SayGoodbyeAsync();
            }
            catch (Exception e) when (IsLoss(e))
            {
                // Gone already, or too slow: nobody waits for it.
            }
        }
        Abort();
    }

    private async ValueTask SayGoodbyeAsync()
    {
        await _socket!.CloseOutputAsync(
            WebSocketCloseStatus.NormalClosure,
            statusDescription: null,
            CancellationToken.None
        );
        while (await ReceiveAsync(_dropped))
        {
            _dropped.Clear();
        }
        _dropped.Rest();
    }

    private static bool IsLoss(Exception e) =>
        e
            is WebSocketException
                or OperationCanceledException
                or IOException
                or ObjectDisposedException;
}
