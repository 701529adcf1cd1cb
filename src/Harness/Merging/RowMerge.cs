namespace GatewayBench;

/// <summary>Puts the rows of several generators together, as if one had sent all their hits.</summary>
internal static class RowMerge
{
    /// <param name="rows">Those of each generator.</param>
    /// <param name="isHosted">Whether each had a gateway of its own.</param>
    /// <param name="timeScale">Of all.</param>
    public static RowResult Of(IReadOnlyList<RowResult> rows, bool isHosted, double timeScale = 1)
    {
        var time = new MergedTime(rows);
        var latency = Sums.Of(rows.Select(row => row.Latency));
        var open = Open(rows);
        var timeline = TimelineMerge.Of(time, rows.Count);
        var trust = TrustMerge.Of(rows, latency, open?.ScheduleLag);
        var merged = new RowResult
        {
            Name = rows[0].Name,
            Load = LoadMerge.NameOf(rows),
            Users = rows[0].Users is null ? null : rows.Sum(row => row.Users),
            Transport = rows[0].Transport,
            Target = rows[0].Target,
            ComparedTo = rows[0].ComparedTo,
            StartedAt = time.StartedAt,
            MeasuredSeconds = time.Seconds,
            WarmUpSeconds = rows.Max(row => row.WarmUpSeconds),
            Settled = trust.Settled,
            InFlightAtEnd = rows.Sum(row => row.InFlightAtEnd),
            Successes = rows.Sum(row => row.Successes),
            SuccessesInTime = rows.Sum(row => row.SuccessesInTime),
            Errors = Sums.Of(rows.Select(row => row.Errors)),
            Statuses = Sums.Of(rows.Select(row => row.Statuses)),
            Expected = rows[0].Expected,
            Latency = latency,
            FailureLatency = Sums.Of(rows.Select(row => row.FailureLatency)),
            ServiceTime = Sums.Of(rows.Select(row => row.ServiceTime)),
            FailureServiceTime = Sums.Of(rows.Select(row => row.FailureServiceTime)),
            FirstByte = Sums.Of(rows.Select(row => row.FirstByte)),
            Streams = Sums.Of([.. rows.Select(row => row.Streams)]),
            Open = open,
            Stages = StageMerge.Of(rows),
            AbortedBy = rows.Select(row => row.AbortedBy).FirstOrDefault(slo => slo is not null),
            Timeline = timeline,
            FirstErrors = FirstErrors(rows, time, timeline),
            Slowest = Slowest(rows, time),
            Resources = ResourceMerge.Of(time),
            Provider = ProviderMerge.Of(time),
            Metrics = Sums.Of([.. rows.Select(row => row.Metrics)]),
            Bytes = rows.Sum(row => row.Bytes),
            Clamped = rows.Sum(row => row.Clamped),
            // Of how many exchanges they are was not kept, so that they can't be added.
            CpuMicrosecondsPerRequest = null,
            AllocatedBytesPerRequest = null,
            Trust = trust,
            Checks = Sums.Of([.. rows.Select(row => row.Checks)]),
            Samples = Sums.First(rows.Select(row => row.Samples)),
            Parts = PartMerge.Of([.. rows.Select(row => row.Parts)]),
            Invalid = [.. MergeGates.Failed(rows, trust, time, isHosted)],
        };
        var slos = SlosOf(rows);
        var judged = merged with { Slos = new SloSet(slos).Judge(merged, timeScale) };
        return judged with
        {
            Capacity = rows.All(row => row.Capacity is null)
                ? null
                : CapacityEstimator.Of(judged, slos),
        };
    }

    /// <summary>With who was there of all generators.</summary>
    private static FirstError[] FirstErrors(
        IReadOnlyList<RowResult> rows,
        MergedTime time,
        TimelineSlice[] timeline
    ) =>
        [
            .. from row in rows
            from error in row.FirstErrors
            let second = time.SecondsIn(row, error.Second)
            orderby second
            group (error.Outcome, second) by error.Outcome into same
            let first = same.First()
            let slice = timeline.LastOrDefault(slice => slice.From <= first.second)
            select new FirstError(first.Outcome, first.second, slice?.Users ?? slice?.InFlight),
        ];

    /// <summary>As many as a generator kept.</summary>
    private static SlowHit[] Slowest(IReadOnlyList<RowResult> rows, MergedTime time) =>
        [
            .. rows.SelectMany(row =>
                    row.Slowest.Select(hit => hit with { Second = time.SecondsIn(row, hit.Second) })
                )
                .OrderByDescending(hit => hit.LatencyMicroseconds)
                .Take(rows.Max(row => row.Slowest.Count)),
        ];

    private static OpenResult? Open(IReadOnlyList<RowResult> rows)
    {
        OpenResult[] all = [.. rows.Select(row => row.Open).OfType<OpenResult>()];
        return all.Length == 0
            ? null
            : new OpenResult(
                all.Sum(open => open.Offered),
                all.Sum(open => open.SentInTime),
                all.Sum(open => open.Unsent),
                Sums.Of(all.Select(open => open.ScheduleLag)),
                all.Sum(open => open.PeakInFlight),
                all.Max(open => open.PacerCpuShare)
            );
    }

    /// <summary>Every SLO that any generator was given.</summary>
    private static Slo[] SlosOf(IReadOnlyList<RowResult> rows) =>
        [
            .. rows.SelectMany(row => row.Slos)
                .Select(slo => slo.Expression)
                .Distinct()
                .Select(Slo.Parse),
        ];
}
