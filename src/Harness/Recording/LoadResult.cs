using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>Everything that one run produced: what is stored, compared and reported.</summary>
public sealed record LoadResult
{
    /// <summary>The version of the stored form that this build writes.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The version of the stored form.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>What the run is called.</summary>
    public required string Name { get; init; }

    /// <summary>What it was to show, in words; null where nobody said.</summary>
    public string? Hypothesis { get; init; }

    /// <summary>The profile that it is of, such as <c>ramp</c>; null for none.</summary>
    public string? Profile { get; init; }

    /// <summary>Users at the expected peak; null where nobody said.</summary>
    public int? ExpectedPeak { get; init; }

    /// <summary>Where a search for the breakpoint has found it; null where nobody searched.</summary>
    public BreakpointResult? Breakpoint { get; init; }

    /// <summary>What to look at, in words.</summary>
    public IReadOnlyList<string> Watch { get; init; } = [];

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The seed of every random draw; of a merged result, that of the first of its sources.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What durations, pauses and the provider's time were multiplied by; 1 for nothing.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>The machine and runtime that the figures belong to; of a merged result, those of the first of its sources.</summary>
    public required MachineInfo Machine { get; init; }

    /// <summary>The targets, in the order of their first row.</summary>
    public required IReadOnlyList<TargetInfo> Targets { get; init; }

    /// <summary>The settings in force, each with where it came from.</summary>
    public required IReadOnlyList<SettingOrigin> Settings { get; init; }

    /// <summary>What starts the same run again, without secrets; null where nobody said it.</summary>
    public string? Command { get; init; }

    /// <summary>Whether the run was ended before its time; what is here was measured all the same.</summary>
    public required bool Partial { get; init; }

    /// <summary>The results of several generators that this one was made of; empty for a run of its own.</summary>
    public IReadOnlyList<SourceResult> Sources { get; init; } = [];

    /// <summary>The rows, in the order in which they ran.</summary>
    public required IReadOnlyList<RowResult> Rows { get; init; }

    /// <summary>Whether every row's figures may be used.</summary>
    [JsonIgnore]
    public bool IsValid => Rows.Count > 0 && Rows.All(row => row.Invalid.Count == 0);
}
