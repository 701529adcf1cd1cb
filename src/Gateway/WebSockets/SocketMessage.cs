namespace Gateway;

/// <summary>What came next on a socket.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The whole message, in UTF-8, if it is a text.</param>
internal readonly record struct SocketMessage(
    SocketMessageKind Kind,
    ReadOnlyMemory<byte> Text = default
);
