namespace GatewayBench;

/// <summary>Two results must not be compared; the message names what keeps them apart.</summary>
internal sealed class ComparisonException(string message) : Exception(message);
