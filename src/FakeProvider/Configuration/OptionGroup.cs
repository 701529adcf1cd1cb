namespace GatewayBench;

/// <summary>Options that help and documentation show together.</summary>
internal sealed record OptionGroup(string Title, IReadOnlyList<OptionSetting> Settings);
