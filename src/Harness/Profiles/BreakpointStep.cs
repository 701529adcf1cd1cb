namespace GatewayBench;

/// <summary>A step of a search for the breakpoint; its figures are those of a row.</summary>
/// <param name="Row">That row's position in <see cref="LoadResult.Rows"/>, from 0.</param>
/// <param name="Users">How many there were.</param>
/// <param name="Verdict">What came of it.</param>
/// <param name="Why">What was missed; null where nothing was.</param>
public sealed record BreakpointStep(int Row, int Users, StepVerdict Verdict, string? Why)
{
    /// <summary>Above this share of failed requests, those aside that were expected, a step has failed.</summary>
    internal const double MostErrors = 0.05;

    internal static BreakpointStep Of(RowResult row, int index)
    {
        var errors = row.Requests > 0 ? (double)row.UnexpectedErrors / row.Requests : 1;
        var missed = row
            .Slos.Where(slo => slo is { Met: false, Judged: true })
            .OrderBy(slo => slo.Actual is null)
            .FirstOrDefault();
        return errors > MostErrors
                ? new(
                    index,
                    row.Users!.Value,
                    StepVerdict.Failed,
                    $"{Units.Percent(errors)} errors"
                )
            : missed is { Actual: null }
                ? new(
                    index,
                    row.Users!.Value,
                    StepVerdict.Unknown,
                    $"{missed.Expression} can't be told: {missed.Reason}"
                )
            : missed is not null
                ? new(index, row.Users!.Value, StepVerdict.Missed, $"{missed.Expression} missed")
            : new(index, row.Users!.Value, StepVerdict.Held, null);
    }
}
