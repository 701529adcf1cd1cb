namespace GatewayBench;

/// <summary>A result does not meet its SLOs; the message is the block of SLOs as reports show it.</summary>
public sealed class SloMissedException(string message) : Exception(message);
