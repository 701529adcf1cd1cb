namespace Gateway;

/// <summary>What can come on a socket.</summary>
internal enum SocketMessageKind
{
    /// <summary>A whole text message.</summary>
    Text,

    /// <summary>The beginning of a binary message.</summary>
    Binary,

    /// <summary>The beginning of a message that is longer than is allowed.</summary>
    TooLong,

    /// <summary>The client's close: nothing comes after it.</summary>
    Close,
}
