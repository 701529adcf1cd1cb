namespace GatewayBench;

/// <summary>A load met more errors than it may; the message lists the rows and their first failures.</summary>
public sealed class LoadFailedException(string message) : Exception(message);
