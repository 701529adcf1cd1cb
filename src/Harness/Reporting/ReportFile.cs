namespace GatewayBench;

/// <summary>One file of a report.</summary>
/// <param name="Name">Without a folder.</param>
/// <param name="Content">UTF-8.</param>
internal sealed record ReportFile(string Name, ReadOnlyMemory<byte> Content);
