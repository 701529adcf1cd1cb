namespace GatewayBench;

/// <summary>A setting as a run used it.</summary>
/// <param name="Name">The variable that can set it.</param>
/// <param name="Value">The value in force.</param>
/// <param name="Origin"><c>option</c> (of a command line), <c>environment</c>, <c>bench</c> (a bench file) or <c>code</c>.</param>
public sealed record SettingOrigin(string Name, string Value, string Origin);
