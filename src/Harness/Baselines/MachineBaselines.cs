namespace GatewayBench;

/// <summary>All baselines of one machine and runtime: a file of the store.</summary>
internal sealed record MachineBaselines
{
    /// <summary>The version of the stored form that this build writes and reads.</summary>
    public const int CurrentSchemaVersion = 1;

    public required int SchemaVersion { get; init; }

    public required Fingerprint Fingerprint { get; init; }

    /// <summary>In order of time; appended to, and never changed.</summary>
    public required IReadOnlyList<Baseline> History { get; init; }

    public static MachineBaselines Empty(Fingerprint fingerprint) =>
        new()
        {
            SchemaVersion = CurrentSchemaVersion,
            Fingerprint = fingerprint,
            History = [],
        };

    /// <summary>With one more; the same if it is there already.</summary>
    public MachineBaselines With(Baseline baseline) =>
        History.Any(baseline.IsSameRunAs)
            ? this
            : this with
            {
                History = [.. History.Append(baseline).OrderBy(one => one.TakenAt)],
            };

    /// <summary>
    /// What a row is compared with: all runs that are comparable, of the commit that was measured
    /// last. A run of unknown commit stands for itself.
    /// </summary>
    /// <returns>In order of time; empty if there is none.</returns>
    public IReadOnlyList<(Baseline Run, BaselineRow Row)> LatestOf(BaselineRow row)
    {
        var all = RunsOf(row).ToList();
        return all is [.., var last]
            ?
            [
                .. all.Where(one =>
                    one.Run == last.Run || last.Run.Commit is { } commit && one.Run.Commit == commit
                ),
            ]
            : [];
    }

    /// <summary>Every run of a row, in order of time.</summary>
    public IEnumerable<(Baseline Run, BaselineRow Row)> RunsOf(BaselineRow row) =>
        from run in History
        from one in run.Rows
        where one.IsComparableTo(row)
        select (run, one);

    /// <summary>Each row that was ever measured, as it was measured last.</summary>
    public IReadOnlyList<BaselineRow> Rows()
    {
        var rows = new List<BaselineRow>();
        foreach (var row in History.Reverse().SelectMany(run => run.Rows))
        {
            if (!rows.Exists(row.IsComparableTo))
            {
                rows.Add(row);
            }
        }
        return rows;
    }
}
