namespace GatewayBench;

/// <summary>What one event of a stream says.</summary>
[Flags]
internal enum StreamSignals
{
    /// <summary>Nothing that a user sees, such as a role.</summary>
    Nothing = 0,

    /// <summary>That the stream is alive, and no more.</summary>
    Ping = 1,

    /// <summary>Text that a user sees; not empty.</summary>
    Text = 2,

    /// <summary>A fragment of a tool's arguments.</summary>
    ToolCall = 4,

    /// <summary>How many tokens the reply took.</summary>
    Usage = 8,

    /// <summary>The end marker.</summary>
    End = 16,

    /// <summary>The reply has failed.</summary>
    Error = 32,
}
