namespace GatewayBench;

/// <summary>What one key or model got.</summary>
/// <param name="Answers">Answers of any status.</param>
/// <param name="Errors">Those of them with a status from 400 on.</param>
public readonly record struct AuditCount(long Answers, long Errors);
