using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>What a gateway adds to its provider's answers: the stored form, <c>overhead.json</c>.</summary>
internal sealed record OverheadResult
{
    public const int CurrentSchemaVersion = 1;

    public const string FileName = "overhead.json";

    /// <summary>The version of this form; additions don't raise it.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>What the experiment is called.</summary>
    public required string Name { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The machine that measured.</summary>
    public required MachineInfo Machine { get; init; }

    /// <summary>The gateway, with its settings and its provider's options.</summary>
    public required TargetInfo Gateway { get; init; }

    /// <summary>Its build, and what was set beyond the bench file; null in results of older versions.</summary>
    public ComparedArm? Build { get; init; }

    /// <summary>How it was measured.</summary>
    public required OverheadPlan Plan { get; init; }

    /// <summary>Whether it was ended before its time.</summary>
    public bool Partial { get; init; } = true;

    /// <summary>One for each kind of request.</summary>
    public IReadOnlyList<OverheadRow> Rows { get; init; } = [];

    [JsonIgnore]
    public bool IsValid => Rows.Count > 0 && Rows.All(row => row.Invalid.Count == 0);
}
