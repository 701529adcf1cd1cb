namespace GatewayBench;

/// <summary>What a profile was out to find.</summary>
internal static class ProfileLines
{
    public static IEnumerable<string> Of(LoadResult result) =>
        [
            .. result.Rows.SelectMany(Recovery),
            .. Headroom(result),
            .. Breakpoint(result.Breakpoint, result),
            .. CapacityLines.OfSteps(result.Breakpoint),
            .. ExpectedPeakLines.Of(result),
        ];

    private static IEnumerable<string> Recovery(RowResult row)
    {
        if (row.Recovery is { } recovery)
        {
            var level =
                $"p99 at most {Units.Time(TimeSpan.FromMicroseconds(recovery.P99Limit))}, "
                + $"errors at most {Units.Percent(recovery.ErrorLimit)}";
            yield return recovery.Seconds is { } seconds
                ? $"{row.Name}: back at its level {Units.Count(Math.Round(seconds, 1))} s after the spike ({level})"
                : $"{row.Name}: not back at its level by the end of the run ({level})";
        }
    }

    /// <summary>The second row has twice the users of the first.</summary>
    private static IEnumerable<string> Headroom(LoadResult result)
    {
        if (result is not { Profile: "headroom", Rows: [_, var twice] })
        {
            yield break;
        }
        string[] failed =
        [
            .. twice
                .Slos.Where(slo => twice.VerdictOn(slo) == SloVerdict.Fail)
                .Select(slo => slo.Expression),
            .. twice.Successes == 0 ? ["no success"]
            : twice.UnexpectedErrors > BreakpointStep.MostErrors * twice.Requests
                ? [$"{Units.Percent((double)twice.UnexpectedErrors / twice.Requests)} errors"]
            : Array.Empty<string>(),
        ];
        var users = ClosedLoad.UsersText(twice.Users ?? 0);
        yield return failed.Length > 0 || twice.AbortedBy is not null
            ? $"{users}, twice the expected peak: not survived ({string.Join(", ", failed.DefaultIfEmpty("aborted"))})"
        : twice.Invalid.Count > 0
            ? $"{users}, twice the expected peak: not shown, as the row is INVALID"
        : $"{users}, twice the expected peak: survived";
    }

    private static IEnumerable<string> Breakpoint(BreakpointResult? found, LoadResult result)
    {
        if (found is null)
        {
            yield break;
        }
        yield return found switch
        {
            { Failed: { } failed } when result.Partial =>
                $"not finished: breaks between {ClosedLoad.UsersText(found.Held)} and {failed}",
            _ when result.Partial =>
                $"not finished: {ClosedLoad.UsersText(found.Held)} were served so far",
            { Steps: [.., { Verdict: StepVerdict.Unknown } step] } =>
                $"not found: {step.Why}, with {ClosedLoad.UsersText(step.Users)}; its steps are too short to tell: a longer duration is that of each",
            { Failed: { } failed, Held: 0 } =>
                $"breaks with {ClosedLoad.UsersText(failed)}, and served no fewer",
            { Failed: { } failed } =>
                $"breaks with {ClosedLoad.UsersText(failed)}; {ClosedLoad.UsersText(found.Held)} were served",
            _ => $"did not break; {ClosedLoad.UsersText(found.Held)} were served",
        };
        foreach (var step in found.Steps)
        {
            var row = result.Rows[step.Row];
            yield return $"{ClosedLoad.UsersText(step.Users)}: {step.Verdict.ToString().ToLowerInvariant()}, "
                + $"OK/s {Units.Count(row.SuccessesPerSecond)}, p99 {Units.Time(row.LatencyAt(99))}"
                + (step.Why is { } why ? $", {why}" : "")
                + (row.Invalid.Count > 0 ? ", INVALID" : "");
        }
    }
}
