namespace GatewayBench;

/// <param name="Tokens">By <see cref="TokenRule"/>.</param>
/// <param name="Hash">A stable hash of the seed and the messages: the key of the reply.</param>
internal readonly record struct Prompt(int Tokens, ulong Hash);
