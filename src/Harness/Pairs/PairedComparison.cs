using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>Two gateways compared, or one with itself: what is stored after every pair.</summary>
internal sealed record PairedComparison
{
    public const int CurrentSchemaVersion = 1;

    public const string FileName = "comparison.json";

    /// <summary>So many pairs may be lost to the machine in any case.</summary>
    private const int DiscardsAllowed = 10;

    /// <summary>The version of this form; additions don't raise it.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>What the experiment is called.</summary>
    public required string Name { get; init; }

    /// <summary>When the first pair was begun.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The machine that measured.</summary>
    public required MachineInfo Machine { get; init; }

    /// <summary>What is compared with.</summary>
    public required ComparedArm A { get; init; }

    /// <summary>What is judged.</summary>
    public required ComparedArm B { get; init; }

    /// <summary>How pairs are measured, and when it ends.</summary>
    public required PairPlan Plan { get; init; }

    /// <summary>Sigma that had been stored for the primary series; null for none.</summary>
    public double? Sigma { get; init; }

    /// <summary>The smallest loss that was to be found 95 times in 100; null where sigma was not known, or nothing would be found.</summary>
    public double? SmallestLoss { get; init; }

    /// <summary>Whether it was ended before its time.</summary>
    public bool Partial { get; init; } = true;

    /// <summary>All pairs in the order in which they were measured, discarded ones too.</summary>
    public IReadOnlyList<Pair> Pairs { get; init; } = [];

    /// <summary>What they say, the primary series first; empty before the first pair that counts.</summary>
    public IReadOnlyList<SeriesResult> Results { get; init; } = [];

    [JsonIgnore]
    public IEnumerable<Pair> Kept => Pairs.Where(pair => pair.Discarded is null);

    [JsonIgnore]
    public bool IsNoise => Plan.Looks.Count == 0;

    /// <summary>The verdict of the primary series; null before the first look, and for A/A.</summary>
    [JsonIgnore]
    public string? Verdict => Results is [var primary, ..] ? primary.Verdict : null;

    /// <summary>Why no verdict can be had on this machine now; null while it can.</summary>
    [JsonIgnore]
    public string? Refusal
    {
        get
        {
            var (kept, lost) = (Kept.Count(), Pairs.Count - Kept.Count());
            return lost > DiscardsAllowed && lost > kept
                ? $"{lost} of {Pairs.Count} pairs were lost, the last one to {Pairs.Last(pair => pair.Discarded is not null).Discarded}"
                : null;
        }
    }

    /// <summary>With a pair more, and what all of them say.</summary>
    public PairedComparison With(Pair pair)
    {
        var more = this with { Pairs = [.. Pairs, pair] };
        return more with { Results = PairedResults.Of(more) };
    }
}
