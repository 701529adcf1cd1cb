using System.Text.Json.Serialization;

namespace GatewayBench;

/// <summary>One stored result, reduced to what is compared and shown later.</summary>
internal sealed record Baseline
{
    /// <summary>When it was measured.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>What the run was called.</summary>
    public required string Name { get; init; }

    /// <summary>The revision that its targets were built from; null where unknown, or several.</summary>
    public required string? Commit { get; init; }

    /// <summary>The machine and runtime, with all that is only noted.</summary>
    public required MachineInfo Machine { get; init; }

    public required IReadOnlyList<BaselineRow> Rows { get; init; }

    [JsonIgnore]
    public string CommitText => Commit is { } commit ? Shown(commit) : "of unknown commit";

    /// <summary>Whether it is the same run, recorded twice.</summary>
    public bool IsSameRunAs(Baseline other) => TakenAt == other.TakenAt && Name == other.Name;

    /// <summary>A result with those of its rows that are fit to be compared with.</summary>
    public static Baseline Of(LoadResult result, IEnumerable<RowResult> rows) =>
        new()
        {
            TakenAt = result.StartedAt,
            Name = result.Name,
            Commit = CommitOf(result),
            Machine = result.Machine,
            Rows = [.. rows.Select(row => BaselineRow.Of(row, result))],
        };

    /// <summary>The one commit of a result's targets; null where unknown, or several.</summary>
    public static string? CommitOf(LoadResult result) =>
        result.Targets.Select(target => target.Commit).Distinct().ToList() is [var commit]
            ? commit
            : null;

    private static string Shown(string commit) => $"commit {GatewayInfo.ShortCommit(commit)}";
}
