namespace GatewayBench.VerdictTruth;

/// <summary>What was measured once, and by what.</summary>
/// <param name="Commit">Of the build that measured.</param>
/// <param name="Machine">Where, in a line.</param>
/// <param name="Run">What the tool stored.</param>
internal sealed record Kept<T>(string Commit, string Machine, T Run);
