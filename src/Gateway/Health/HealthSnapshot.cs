namespace Gateway;

/// <summary>One round of probes, already written out: most callers get the same bytes.</summary>
/// <param name="StatusCode">200, or 503 if a dependency is unhealthy.</param>
/// <param name="Json">The body.</param>
/// <param name="TakenAt">Timestamp of the gateway's clock.</param>
internal sealed record HealthSnapshot(int StatusCode, byte[] Json, long TakenAt);
