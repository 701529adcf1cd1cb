namespace GatewayBench;

/// <summary>A labelled place on an axis.</summary>
/// <param name="Share">Where, from 0 at its start to 1 at its end.</param>
/// <param name="Text">The label, with its unit.</param>
internal readonly record struct ChartTick(double Share, string Text);
