namespace GatewayBench;

/// <summary>A setting as it was tried.</summary>
/// <param name="Key">Of the gateway's configuration.</param>
/// <param name="Value">What it was.</param>
internal sealed record SweepSetting(string Key, string Value)
{
    public override string ToString() => $"{Key}={Value}";
}
