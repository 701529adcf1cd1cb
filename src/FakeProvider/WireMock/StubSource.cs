namespace GatewayBench;

/// <summary>Where mappings come from: one of the two.</summary>
internal sealed record StubSource(string? Folder, string? Json);
