namespace GatewayBench;

/// <summary>One turn on the user's WebSocket: a message there, messages back.</summary>
/// <param name="Connect">The request that opens the socket, as an exchange of its own.</param>
/// <param name="Message">Makes the next message of a user.</param>
/// <param name="IsLast">Whether a message ends the turn; of no use where messages are events of a stream.</param>
/// <param name="IsError">Whether a message says that the turn failed; likewise.</param>
/// <param name="Subprotocol">What the socket has to speak; null for nothing in particular.</param>
internal sealed record SocketForm(
    Scenario Connect,
    Func<User, string> Message,
    Func<SocketMessage, bool> IsLast,
    Func<SocketMessage, bool> IsError,
    string? Subprotocol
) : ScenarioForm
{
    public override IReadOnlyList<Scenario> Parts { get; } = [Connect];

    public override bool HasReply => true;

    public override string Kind => "a WebSocket turn";
}
