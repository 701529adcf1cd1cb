namespace GatewayBench;

/// <summary>Why a reply ends where it ends.</summary>
internal enum ReplyEnding
{
    /// <summary>It is complete, or met a stop sequence.</summary>
    Stop,

    /// <summary>The request's maximum, or the model's context window, cut it.</summary>
    Length,

    /// <summary>It calls tools and waits for their results.</summary>
    ToolCalls,
}
