using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>Options that the help shows under one title.</summary>
internal sealed record OptionsGroup(string Title, IReadOnlyList<Option> Options);
