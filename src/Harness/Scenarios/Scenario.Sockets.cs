namespace GatewayBench;

/// <content>Scenarios over a WebSocket.</content>
public sealed partial record Scenario
{
    /// <summary>What the opening of a socket is called among the parts of a result.</summary>
    internal const string ConnectName = "connect";

    /// <summary>
    /// A scenario of turns on a WebSocket that the user keeps open: a text message there, then
    /// messages back until one ends the turn. The reply's body is those messages, joined by newlines;
    /// its status and headers are those of the upgrade. Opening the socket, for the first turn and
    /// once it was lost, is a part of its own (<c>connect</c>), counted whenever it is done, and not in
    /// the turn's latency. What comes between turns is read and dropped.
    /// </summary>
    /// <param name="name">What tables call it, such as <c>WS /ws/chat</c>.</param>
    /// <param name="path">A path of the target; the user's token, cookies and headers go with the upgrade.</param>
    /// <param name="message">Makes the user's next message.</param>
    /// <param name="isLast">Whether a message ends the turn.</param>
    /// <param name="isError">
    /// Whether a message says that the turn failed, which makes it
    /// <see cref="Outcome.StreamError"/>; default: JSON with the <c>type</c> <c>error</c>.
    /// </param>
    /// <param name="subprotocol">What the socket has to speak; default nothing in particular.</param>
    public static Scenario WebSocket(
        string name,
        string path,
        Func<User, string> message,
        Func<SocketMessage, bool> isLast,
        Func<SocketMessage, bool>? isError = null,
        string? subprotocol = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(isLast);
        return new Scenario(
            name,
            new SocketForm(
                Http(ConnectName, user => user.Get(path)),
                message,
                isLast,
                isError ?? (one => one.Json("type") == "error"),
                subprotocol
            )
        );
    }

    /// <summary>
    /// A scenario of streamed turns on a WebSocket that the user keeps open: a text message there, then
    /// one JSON message for each event of the stream, with the event's name as its <c>type</c>. All
    /// else is as for <see cref="WebSocket"/> and <see cref="Stream"/>: checks see the text that the
    /// events add up to, and first tokens, gaps and tokens are recorded.
    /// </summary>
    /// <param name="name">What tables call it, such as <c>WS /ws/chat</c>.</param>
    /// <param name="path">A path of the target; the user's token, cookies and headers go with the upgrade.</param>
    /// <param name="message">Makes the user's next message.</param>
    /// <param name="format">What the events mean, such as <see cref="StreamFormat.Deltas"/>.</param>
    /// <param name="subprotocol">What the socket has to speak; default nothing in particular.</param>
    public static Scenario WebSocketStream(
        string name,
        string path,
        Func<User, string> message,
        StreamFormat format,
        string? subprotocol = null
    )
    {
        ArgumentNullException.ThrowIfNull(format);
        var turns = WebSocket(name, path, message, _ => false, _ => false, subprotocol);
        return (turns with { Format = format }).Check("tool arguments are JSON", HasJsonArguments);
    }
}
