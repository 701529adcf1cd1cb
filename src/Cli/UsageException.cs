namespace GatewayBench.Cli;

/// <summary>Options that make no sense together; the message is for the user.</summary>
internal sealed class UsageException(string message) : Exception(message);
