namespace GatewayBench;

/// <summary>What somebody wrote for an option.</summary>
/// <param name="Setting">The option.</param>
/// <param name="Name">What errors call it: its full key, variable or flag.</param>
/// <param name="Texts">One, unless the option is a list.</param>
internal sealed record GivenOption(OptionSetting Setting, string Name, IReadOnlyList<string> Texts);
