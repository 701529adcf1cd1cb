namespace GatewayBench;

/// <summary>What was measured beside a row, to judge it by.</summary>
/// <param name="ClientCpu">CPU time of the load client alone per exchange; null where it can't be measured.</param>
/// <param name="ProviderRate">Calls per second that the provider answers alone; null without one.</param>
internal readonly record struct CalibrationFigures(TimeSpan? ClientCpu, double? ProviderRate);
