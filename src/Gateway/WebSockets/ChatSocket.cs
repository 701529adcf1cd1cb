using System.Net.WebSockets;

namespace Gateway;

/// <summary>
/// One client's socket: any number of turns, one at a time. A message that comes during a turn is
/// refused, and the turn goes on.
/// </summary>
internal sealed class ChatSocket : IAsyncDisposable
{
    // Of the range that is free for applications; the last digits are those of HTTP's statuses.
    private const WebSocketCloseStatus Idle = (WebSocketCloseStatus)4408;
    private const WebSocketCloseStatus Expired = (WebSocketCloseStatus)4401;

    private readonly HttpContext _context;
    private readonly SocketServices _services;
    private readonly SocketReader _reader;
    private readonly SocketWriter _writer;
    private readonly CancellationTokenSource _patience;
    private readonly CancellationTokenSource _expired;
    private readonly CancellationTokenSource _ended;
    private readonly QuietTimer _idle;
    private volatile SocketTurn? _turn;
    private string? _session;

    /// <param name="socket">The client's.</param>
    /// <param name="context">The request that opened it, which says whose it is.</param>
    /// <param name="services">What all sockets share.</param>
    public ChatSocket(WebSocket socket, HttpContext context, SocketServices services)
    {
        (_context, _services) = (context, services);
        _reader = new SocketReader(socket, services.Options.MaxMessageBytes);
        _writer = new SocketWriter(socket);
        _patience = new CancellationTokenSource(Timeout.InfiniteTimeSpan, services.Clock);
        _expired = new CancellationTokenSource(
            TicketExpiry.Left(context, services.Clock),
            services.Clock
        );
        _ended = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            _patience.Token
        );
        _idle = new QuietTimer(
            services.Clock,
            TimeSpan.FromSeconds(services.Options.IdleSeconds),
            CloseIfIdle
        );
    }

    /// <summary>Serves the client until one of both closes, or it is gone.</summary>
    public async Task RunAsync()
    {
        await using var closing = _services.Closing.UnsafeRegister(
            static socket => ((ChatSocket)socket!).CloseIfDue(),
            this
        );
        await using var expiring = _expired.Token.UnsafeRegister(
            static socket => ((ChatSocket)socket!).CloseIfDue(),
            this
        );
        try
        {
            while (
                await _reader.ReadAsync(_ended.Token) is { Kind: not SocketMessageKind.Close } next
            )
            {
                if (!_writer.IsClosed)
                {
                    await TakeAsync(next);
                }
            }
            await EndTurnAsync();
            await _writer.CloseAsync(WebSocketCloseStatus.NormalClosure, "", _ended.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The client is gone, or won't answer our close.
        }
        finally
        {
            await EndTurnAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        // First, and awaited: it closes with what goes next.
        await _idle.DisposeAsync();
        _writer.Dispose();
        _ended.Dispose();
        _expired.Dispose();
        _patience.Dispose();
    }

    private Task TakeAsync(SocketMessage message) =>
        message.Kind switch
        {
            SocketMessageKind.Text => TakeAsync(_services.Commands.Read(message.Text, _session)),
            SocketMessageKind.Binary => CloseAsync(
                WebSocketCloseStatus.InvalidMessageType,
                "Messages must be text."
            ),
            _ => CloseAsync(
                WebSocketCloseStatus.MessageTooBig,
                $"A message has at most {_services.Options.MaxMessageBytes} bytes."
            ),
        };

    private async Task TakeAsync(SocketCommand command)
    {
        switch (command)
        {
            case { Error: { } error }:
                await RefuseAsync("invalid_message", error);
                break;
            case { Say: null }:
                _turn?.Cancel();
                break;
            case { Say: { } said } when _turn is { IsEnding: false }:
                await RefuseAsync(
                    "turn_in_progress",
                    $"'{Quoted.Truncate(said.Message)}' is not said: a turn is running, which goes on. "
                        + "Wait for its end, or cancel it."
                );
                break;
            case { Say: not null } when _expired.IsCancellationRequested:
                CloseIfDue();
                break;
            case { Say: not null } when _services.Limit.TryTake(_context) is { } refusal:
                await RefuseAsync("rate_limited", refusal.Detail);
                break;
            case { Say: { } said }:
                await EndTurnAsync();
                // Not for what is refused: that would keep the socket for nothing.
                _idle.Touch();
                _session = said.SessionId;
                _turn = new SocketTurn(
                    new Turn(Caller.Of(_context), said.SessionId, said.Message),
                    _services,
                    _writer,
                    SendLastAsync,
                    _ended.Token
                );
                break;
        }
    }

    private Task RefuseAsync(string reason, string detail) =>
        _writer.SendAsync(new TurnError(reason, detail), _ended.Token);

    private async Task EndTurnAsync()
    {
        if (_turn is { } turn)
        {
            turn.Cancel();
            await turn.EndAsync();
            _turn = null;
        }
    }

    private async Task SendLastAsync(TurnEvent last)
    {
        _idle.Touch();
        await _writer.SendAsync(last, _ended.Token);
        CloseIfDue();
    }

    private void CloseIfIdle()
    {
        if (_turn is null or { IsEnding: true })
        {
            _ = CloseAsync(Idle, $"There was no turn for {_services.Options.IdleSeconds} s.");
        }
    }

    private void CloseIfDue()
    {
        if (_turn is { IsEnding: false })
        {
            return;
        }
        if (_services.Closing.IsCancellationRequested)
        {
            _ = CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "The gateway is going down.");
        }
        else if (_expired.IsCancellationRequested)
        {
            _ = CloseAsync(Expired, "The token that opened the socket has expired.");
        }
    }

    // The client's own close ends the reading; one that never comes is waited for a while.
    private Task CloseAsync(WebSocketCloseStatus status, string reason)
    {
        _patience.CancelAfter(TimeSpan.FromSeconds(_services.Options.CloseSeconds));
        _turn?.Cancel();
        return _writer.CloseAsync(status, reason, _ended.Token);
    }
}
