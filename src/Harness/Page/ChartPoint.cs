namespace GatewayBench;

/// <summary>A point of a line.</summary>
/// <param name="X">Where on the horizontal axis.</param>
/// <param name="Y">Not a number where nothing was measured: the line is broken there.</param>
internal readonly record struct ChartPoint(double X, double Y);
