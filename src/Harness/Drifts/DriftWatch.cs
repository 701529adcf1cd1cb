namespace GatewayBench;

/// <summary>Judges what moved while a row's load stood still.</summary>
internal static class DriftWatch
{
    private const double Confidence = 0.95;

    /// <summary>Of the slope, what the floor must have of it, to be what rises and not what comes and goes above it.</summary>
    private const double FloorShare = 0.5;

    /// <param name="row">Its timeline, series and resources.</param>
    /// <param name="facts">Of the machine.</param>
    /// <param name="load">What it was loaded with.</param>
    /// <returns>Empty for rows too short, or of a load that moved.</returns>
    public static DriftResult[] Of(RowResult row, DiagnosisFacts facts, Load load) =>
        Of(row, facts, load is ClosedLoad { Curve: null } or OpenLoad { IsSteady: true });

    public static DriftResult[] Of(RowResult row, DiagnosisFacts facts, bool isSteady)
    {
        if (DriftStretch.Of(row, isSteady) is not { } stretch)
        {
            return [];
        }
        var signals = new RowSignals(row, facts);
        var read =
            from subject in DriftSubjects.Of(row)
            let signal = subject.Read(signals)
            where signal is not null
            let floor = subject.Floor is { } read ? Points(row, stretch, read(signals)) : null
            let sure = floor is null ? null : DriftBlocks.Of(floor)
            let blocks = sure ?? DriftBlocks.Of(Points(row, stretch, signal))
            where blocks is not null
            select (subject, signal, floor: sure is null ? floor : null, blocks);
        var all = read.ToList();
        return
        [
            .. all.Select(one =>
                Judged(one.subject, one.signal, one.floor, one.blocks, signals, stretch, all.Count)
            ),
        ];
    }

    private static DriftPoint[] Points(RowResult row, DriftStretch stretch, Signal signal) =>
        [
            .. row
                .Timeline.Zip(signal.Values)
                .Where(one => one.Second is not null && stretch.Holds(one.First))
                .Select(one => new DriftPoint(
                    (one.First.From + one.First.Seconds / 2) / 60,
                    one.Second!.Value
                )),
        ];

    private static DriftResult Judged(
        DriftSubject subject,
        Signal signal,
        DriftPoint[]? floor,
        DriftBlocks blocks,
        RowSignals signals,
        DriftStretch stretch,
        int subjects
    )
    {
        var points = blocks.Points;
        var slope = SlopeInterval.Of(points, Confidence, blocks.Inflation);
        // Of many things that are looked at, one moves by chance: all together may once in twenty rows.
        var strict = SlopeInterval.Of(points, 1 - (1 - Confidence) / subjects, blocks.Inflation);
        var middle = Median.Of([
            .. points.Select(point => point.Value - slope.Slope * point.Minute),
        ]);
        var (start, end) = (
            middle + slope.Slope * stretch.From / 60,
            middle + slope.Slope * stretch.To / 60
        );
        var minutes = (stretch.To - stretch.From) / 60;
        var matters = Math.Max(subject.LeastChange, subject.LeastShare * Math.Abs(start));
        var verdict = VerdictOf(slope, strict, matters / minutes, floor);
        var limit = subject.Limit(signals);
        return new DriftResult(
            subject.Name,
            subject.Title,
            signal.Series,
            subject.Unit,
            verdict,
            slope.Slope,
            Known(slope.Low),
            Known(slope.High),
            start,
            end,
            matters,
            stretch.To - stretch.From,
            points.Count,
            blocks.Slices * signals.Row.Timeline.Average(slice => slice.Seconds),
            limit,
            verdict == DriftResult.Rises && limit > end ? (limit - end) / slope.Slope : null
        );
    }

    private static string VerdictOf(
        SlopeInterval slope,
        SlopeInterval strict,
        double matters,
        DriftPoint[]? floor
    ) =>
        strict.Low > 0 && slope.Slope >= matters && Goes(floor, slope.Slope) ? DriftResult.Rises
        : strict.High < 0 && -slope.Slope >= matters && Goes(floor, slope.Slope) ? DriftResult.Falls
        : Math.Max(-slope.Low, slope.High) < matters ? DriftResult.Steady
        : DriftResult.Unclear;

    /// <summary>Whether its first and last value are as far apart as half of the slope would have them, or more.</summary>
    private static bool Goes(DriftPoint[]? floor, double slope) =>
        floor is null
        || floor is [var first, .., var last]
            && (last.Value - first.Value) / (slope * (last.Minute - first.Minute)) >= FloorShare;

    private static double? Known(double end) => double.IsFinite(end) ? end : null;
}
