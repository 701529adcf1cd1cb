namespace GatewayBench;

/// <param name="Tokens">By <see cref="TokenRule"/>.</param>
/// <param name="Hash">A stable hash of the seed and the messages: the key of the reply.</param>
/// <param name="Step">How many messages of an assistant are among them.</param>
/// <param name="Marked">What a <see cref="PromptMarker"/> says; null without one.</param>
internal readonly record struct Prompt(
    int Tokens,
    ulong Hash,
    int Step = 0,
    RequestId? Marked = null
);
