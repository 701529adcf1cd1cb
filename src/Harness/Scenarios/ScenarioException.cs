namespace GatewayBench;

/// <summary>A scenario's own code failed: a mistake in the test, which no target is to blame for.</summary>
public sealed class ScenarioException(string message, Exception? inner = null)
    : Exception(message, inner);
