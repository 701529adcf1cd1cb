using System.Text;

namespace GatewayBench;

/// <summary>One whole message of a WebSocket, as a scenario sees it. Valid only inside the delegate.</summary>
public readonly ref struct SocketMessage
{
    internal SocketMessage(ReadOnlySpan<byte> body) => Body = body;

    /// <summary>The message to its last byte.</summary>
    public ReadOnlySpan<byte> Body { get; }

    /// <summary>The message as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <inheritdoc cref="Reply.Json(string)" />
    public string? Json(string property) => JsonProperty.Of(Body, property);
}
