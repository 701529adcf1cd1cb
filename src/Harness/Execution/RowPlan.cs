namespace GatewayBench;

/// <summary>Which rows a run has.</summary>
internal abstract class RowPlan
{
    /// <summary>Rows like all that there will be, to check before the first one.</summary>
    public abstract IReadOnlyList<Row> Known { get; }

    /// <summary>The most that there can be.</summary>
    public abstract int Most { get; }

    /// <summary>The same, for a person.</summary>
    public abstract string Count { get; }

    /// <summary>Whether an SLO that ends a row ends the run.</summary>
    public virtual bool EndsWithAborts => true;

    /// <param name="done">What came of those before.</param>
    /// <returns>Null once there is no more.</returns>
    public abstract Row? Next(IReadOnlyList<RowResult> done);

    /// <summary>What was found; null where nothing is searched.</summary>
    public virtual BreakpointResult? Breakpoint(IReadOnlyList<RowResult> done) => null;
}
