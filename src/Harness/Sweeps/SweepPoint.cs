using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>One value of each setting that is varied.</summary>
/// <param name="Settings">Key and value, in the order of the axes.</param>
internal sealed record SweepPoint(IReadOnlyList<SweepSetting> Settings)
{
    /// <summary>As reports name it.</summary>
    [JsonIgnore]
    public string Title => string.Join(", ", Settings);

    /// <summary>What tells it from its neighbours, for a table: the key stands above it if there is one alone.</summary>
    [JsonIgnore]
    public string Short => Settings is [var only] ? only.Value : Title;
}
