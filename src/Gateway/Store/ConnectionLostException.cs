namespace Gateway;

/// <summary>A connection broke while it was used; never leaves <see cref="Database"/>.</summary>
internal sealed class ConnectionLostException(Exception cause)
    : Exception("The connection to the store was lost.", cause);
