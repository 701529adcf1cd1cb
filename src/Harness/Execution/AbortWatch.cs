namespace GatewayBench;

/// <summary>Looks each second whether a row is still worth its time.</summary>
/// <param name="slos">Those of the run.</param>
/// <param name="run">What has been recorded.</param>
/// <param name="stages">Which stage is on.</param>
/// <param name="timeScale">What the run's times were multiplied by.</param>
internal sealed class AbortWatch(SloSet slos, RowRun run, StageLog stages, double timeScale)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly AbortRule _rule = new();
    private int _looks;

    /// <param name="elapsed">Of the measured time.</param>
    /// <returns>The SLO that ends it; null to go on.</returns>
    public string? Look(TimeSpan elapsed)
    {
        if (!slos.HasAborts || elapsed < (_looks + 1) * Interval)
        {
            return null;
        }
        _looks = (int)(elapsed / Interval);
        var now = CountsSoFar.Of(run.Recorders);
        var span = new StageSpan("", TimeSpan.Zero, elapsed, 0, 0);
        var whole = SloScope.Of(
            now.Since(before: null, span, elapsed.TotalSeconds),
            SloShape.Of(run.Scenario),
            run.Scenario.Expected
        );
        return _rule.Look(slos.JudgeAborts(whole, stages.Current(now, elapsed), timeScale));
    }
}
