namespace GatewayBench;

/// <summary>What goes into a chat completion.</summary>
/// <param name="Sequence">The number of the admitted request: makes the id unique.</param>
/// <param name="Created">Unix time in seconds.</param>
/// <param name="Model">As requested.</param>
/// <param name="Prompt">What is answered.</param>
/// <param name="ReplyTokens">How long the reply is.</param>
/// <param name="IsCut">Whether the request's maximum ended the reply.</param>
internal readonly record struct ChatReply(
    ulong Sequence,
    long Created,
    string Model,
    Prompt Prompt,
    int ReplyTokens,
    bool IsCut
);
