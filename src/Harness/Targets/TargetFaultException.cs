namespace GatewayBench;

/// <summary>A target did something during the run that makes its figures worthless.</summary>
public sealed class TargetFaultException(string message) : Exception(message);
