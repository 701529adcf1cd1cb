namespace GatewayBench;

/// <summary>A setting does not parse or is out of range; the message names it, its value and what is allowed.</summary>
public sealed class SettingException(string name, string value, string allowed)
    : Exception($"{name}={value} is not valid; allowed: {allowed}.")
{
    /// <summary>The environment variable or option.</summary>
    public string Name { get; } = name;
}
