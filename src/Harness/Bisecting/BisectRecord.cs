using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>A search for the commit that brought a regression: what is stored after every step.</summary>
internal sealed record BisectRecord
{
    public const int CurrentSchemaVersion = 1;

    public const string FileName = "bisect.json";

    /// <summary>How likely the whole search may be to go wrong by chance: each step gets its part.</summary>
    private const double Alpha = 0.01;

    /// <summary>The version of this form; additions don't raise it.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>What the experiment is called.</summary>
    public required string Name { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The machine that measured.</summary>
    public required MachineInfo Machine { get; init; }

    /// <summary>The commit that each candidate is measured beside.</summary>
    public required Commit Good { get; init; }

    /// <summary>The one that is slower.</summary>
    public required Commit Bad { get; init; }

    /// <summary>How many commits may be the culprit: those after the good one up to the bad one.</summary>
    public required int Commits { get; init; }

    /// <summary>What is loaded: the scenario.</summary>
    public required string Row { get; init; }

    /// <summary>The metric that decides, as <see cref="PairedMetric.Name"/> has it.</summary>
    public required string Metric { get; init; }

    /// <summary>How pairs are measured.</summary>
    public required string Conditions { get; init; }

    /// <summary>The bad commit beside the good one, before the first step; the metric that decides first.</summary>
    public IReadOnlyList<BisectEffect> Preflight { get; init; } = [];

    /// <summary>Why there was no search; null if there was one.</summary>
    public string? Refusal { get; init; }

    /// <summary>The ratio from which a candidate counts as bad; null before the search.</summary>
    public double? Threshold { get; init; }

    /// <summary>In order.</summary>
    public IReadOnlyList<BisectStep> Steps { get; init; } = [];

    /// <summary>The culprit; or, newest first, all that it may be, where skipped commits hide it. Empty before the end.</summary>
    public IReadOnlyList<Commit> Suspects { get; init; } = [];

    /// <summary>The culprit beside its parent, measured afresh; the metric that decides first.</summary>
    public IReadOnlyList<BisectEffect> Check { get; init; } = [];

    /// <summary>Why the culprit could not be checked; null if it could, or there is none.</summary>
    public string? CheckFault { get; init; }

    /// <summary>Whether it was ended before its time.</summary>
    public bool Partial { get; init; } = true;

    /// <summary>The steps that the search takes if nothing is skipped.</summary>
    [JsonIgnore]
    public int StepsExpected => Math.Max(1, (int)Math.Ceiling(Math.Log2(Commits)));

    /// <summary>How likely a step may be to take a candidate for the other side.</summary>
    [JsonIgnore]
    public double AlphaOfStep => Alpha / StepsExpected;

    /// <summary>Null while it isn't known, or not which of several it is.</summary>
    [JsonIgnore]
    public Commit? Culprit => Suspects is [var only] ? only : null;

    /// <summary>Whether the culprit was slower than its parent once more.</summary>
    [JsonIgnore]
    public bool IsConfirmed => Check is [{ Verdict: Verdict.Regressed }, ..];
}
