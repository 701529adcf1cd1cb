using System.Globalization;
using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>How each pair of a comparison is measured, and when it ends: fixed before the first one.</summary>
internal sealed record PairPlan
{
    private const int ShownHash = 12;

    /// <summary>A hash of the bench file, which says what users do.</summary>
    public required string Bench { get; init; }

    /// <summary>How bytes reach both arms: the label of a transport.</summary>
    public required string Transport { get; init; }

    /// <summary>Closed-loop users; default one a core, which measures the cost of a request and not a queue.</summary>
    public int Users { get; init; } = Environment.ProcessorCount;

    /// <summary>Slices of each arm in a pair.</summary>
    public int Slices { get; init; } = 16;

    public double SliceSeconds { get; init; } = 0.25;

    /// <summary>The longest that the open load of each arm may take, in seconds; 0 for none.</summary>
    public double OpenSeconds { get; init; } = 10;

    /// <summary>The longest warm-up of each launch, in seconds.</summary>
    public double WarmUpSeconds { get; init; } = 20;

    /// <summary>Of all draws.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>The metric that decides.</summary>
    public string Metric { get; init; } = PairedMetric.Rate.Name;

    /// <summary>The scenarios that are rows of their own, the one that decides first; empty where all of the bench file is one row.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    /// <summary>After how many pairs it may end; empty for pairs of A/A, which are no comparison.</summary>
    public IReadOnlyList<int> Looks { get; init; } = [];

    /// <summary>The pairs that are measured at most, discarded ones aside.</summary>
    public int MostPairs { get; init; }

    [JsonIgnore]
    public PairedMetric Primary => PairMetrics.Of(Metric);

    /// <summary>Null for A/A.</summary>
    [JsonIgnore]
    public VerdictRule? Rule => Looks.Count > 0 ? new VerdictRule(new Looks([.. Looks])) : null;

    /// <summary>What sigma depends on besides machine, row and metric: the bench file says which gateway it is, and what stands behind it.</summary>
    [JsonIgnore]
    public string NoiseConditions =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Conditions}, warm-up of up to {WarmUpSeconds:0.###} s, bench {Bench[..Math.Min(Bench.Length, ShownHash)]}"
        );

    /// <summary>As reports show it.</summary>
    [JsonIgnore]
    public string Conditions =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Transport}, {ClosedLoad.UsersText(Users)}, {Slices} x {SliceSeconds * 1e3:0.###} ms"
        );
}
