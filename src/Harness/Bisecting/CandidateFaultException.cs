namespace GatewayBench;

/// <summary>A candidate does not build or does not start: its own fault, for which it is skipped.</summary>
internal sealed class CandidateFaultException(string message, Exception? inner = null)
    : Exception(message, inner);
