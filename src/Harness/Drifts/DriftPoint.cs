namespace GatewayBench;

/// <summary>A value and when it was.</summary>
/// <param name="Minute">From the start of the measured time.</param>
/// <param name="Value">In the unit of its series.</param>
internal readonly record struct DriftPoint(double Minute, double Value);
