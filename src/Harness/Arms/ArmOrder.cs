using System.Text.Json;
using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>
/// What an arm is told: one line on its standard input, which unlike arguments and variables nobody
/// else can read.
/// </summary>
internal sealed record ArmOrder
{
    /// <summary>Starts each of the arm's lines, to tell them from what a gateway prints.</summary>
    public required string Token { get; init; }

    /// <summary>The full path of the bench file, which says what users do, and all of the target that isn't said here.</summary>
    public required string Bench { get; init; }

    /// <summary>The full path of the gateway's assembly; null for one at a URL.</summary>
    public string? Assembly { get; init; }

    /// <summary>A gateway that runs already; null for one that is hosted.</summary>
    public string? Url { get; init; }

    /// <summary>Configuration of a hosted gateway beyond the bench file's; it may be secret.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } =
        new Dictionary<string, string>();

    /// <summary>Hosts beyond the bench file's: to load, or to be called.</summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>How bytes reach a hosted gateway.</summary>
    public Transport Transport { get; init; }

    /// <summary>The bench file's scenarios that are rows of their own, in order; empty for all of it as one row.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>Closed-loop users.</summary>
    public int Users { get; init; }

    /// <summary>Of all draws: the same for both arms of a pair.</summary>
    public ulong Seed { get; init; }

    /// <summary>The longest warm-up, in seconds; 0 for none.</summary>
    public double WarmUpSeconds { get; init; }

    /// <summary>The values among the settings that nobody is to read in a message.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> SecretValues =>
        [
            .. Settings
                .Where(one => SecretKey.Is(one.Key) && one.Value.Length > 0)
                .Select(one => one.Value),
        ];

    public string ToLine() => JsonSerializer.Serialize(this, ArmJson.Default.ArmOrder);

    public static ArmOrder Parse(string line) =>
        JsonSerializer.Deserialize(line, ArmJson.Default.ArmOrder)!;
}
