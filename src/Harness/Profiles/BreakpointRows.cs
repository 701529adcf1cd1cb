namespace GatewayBench;

/// <summary>The steps of a search for the breakpoint.</summary>
/// <param name="first">The first of them.</param>
/// <param name="most">The most users that are tried.</param>
internal sealed class BreakpointRows(Row first, int most) : RowPlan
{
    private readonly ClosedLoad _load = (ClosedLoad)first.Load;
    private readonly List<BreakpointStep> _steps = [];
    private readonly BreakpointSearch _search = new(((ClosedLoad)first.Load).Users, most);

    public override IReadOnlyList<Row> Known => [first];

    public override int Most => BreakpointSearch.MostSteps(_load.Users, most);

    public override string Count => $"at most {Most}";

    /// <summary>It ends a step, of which it is one way to fail.</summary>
    public override bool EndsWithAborts => false;

    public override Row? Next(IReadOnlyList<RowResult> done)
    {
        TakeIn(done);
        return _search.Next is { } users
            ? first with
            {
                Load = _load.With(users, _load.Duration),
            }
            : null;
    }

    public override BreakpointResult Breakpoint(IReadOnlyList<RowResult> done)
    {
        TakeIn(done);
        return new(_search.Held, _search.Failed, [.. _steps]);
    }

    private void TakeIn(IReadOnlyList<RowResult> done)
    {
        foreach (var row in done.Skip(_steps.Count))
        {
            var step = BreakpointStep.Of(row, _steps.Count);
            _steps.Add(step);
            _search.Add(step.Verdict);
        }
    }
}
