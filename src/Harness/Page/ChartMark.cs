namespace GatewayBench;

/// <summary>A moment that is marked across a chart.</summary>
/// <param name="X">When, on the horizontal axis.</param>
/// <param name="Text">What happened: a few words.</param>
internal readonly record struct ChartMark(double X, string Text);
