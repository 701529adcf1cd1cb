namespace GatewayBench;

/// <summary>Results are not of one run; the message names what keeps them apart.</summary>
internal sealed class MergeException(string message) : Exception(message);
