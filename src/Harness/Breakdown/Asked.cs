namespace GatewayBench;

/// <summary>What an exchange asked for, as far as its causes can be told by it.</summary>
/// <param name="PromptClass">The class of the prompt that was drawn last, from 1; 0 without a prompt.</param>
/// <param name="Turn">Which request of the user's session it was, from 1; 0 without a session.</param>
/// <param name="Bytes">Of the body that was sent.</param>
internal readonly record struct Asked(int PromptClass, int Turn, long Bytes);
