namespace GatewayBench.Cli;

/// <summary>A package that load tests need.</summary>
internal sealed record PackageVersion(string Id, string Version);
