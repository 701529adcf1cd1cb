namespace GatewayBench;

/// <summary>A target could not be started; the message names it, the cause and the way out.</summary>
public sealed class TargetStartException(string message, Exception? inner = null)
    : Exception(message, inner);
