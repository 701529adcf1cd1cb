namespace GatewayBench.Cli;

/// <summary>One arm, ready to be launched again and again.</summary>
/// <param name="Shown">As reports name it.</param>
/// <param name="Assembly">The full path of the gateway's assembly; null for one at a URL.</param>
/// <param name="Url">A gateway that runs already; null for one that is hosted.</param>
/// <param name="Settings">What is set beyond the bench file.</param>
internal sealed record ArmSpec(
    ComparedArm Shown,
    string? Assembly,
    string? Url,
    IReadOnlyDictionary<string, string> Settings
);
