namespace GatewayBench;

/// <summary>Git did not do what it was asked; the message has its own words.</summary>
internal sealed class GitException(string message) : Exception(message);
