namespace GatewayBench;

/// <summary>Reads from a row how much its target can take.</summary>
internal static class CapacityEstimator
{
    /// <summary>What holds, or fails, for so many slices in a row is no accident.</summary>
    private const int Held = 3;

    private const int Broken = 2;

    /// <summary>A rate of so many events has a standard error of 5 % by their chance alone.</summary>
    private const int EnoughSuccesses = 400;

    /// <param name="row">What was measured, with how it did by its SLOs.</param>
    /// <param name="slos">What it was judged by.</param>
    /// <returns>Null for rows whose users don't become more.</returns>
    public static CapacityEstimate? Of(RowResult row, IReadOnlyList<Slo> slos)
    {
        var points = CapacityPoints.Of(row, slos);
        if (points.Count == 0)
        {
            return null;
        }
        var broken = BreakOf(points);
        var sustainable = SustainableOf(points, broken);
        var whole = WholeSlos.Of(row, slos);
        string[] missed =
        [
            .. whole.Missed,
            .. from slo in slos
            where
                WholeSlos.IsOfRate(slo) && sustainable?.Rate is { } rate && !slo.Limit.Allows(rate)
            select slo.Expression,
        ];
        return new CapacityEstimate(
            points[^1].Users,
            KneeFit.Of(points),
            CollapseSearch.Of(points),
            missed.Length > 0 ? null : sustainable,
            broken
        )
        {
            MetAsAWhole = whole.Met,
            MissedAsAWhole = missed,
        };
    }

    /// <summary>The same of a search for the breakpoint, whose steps are rows of a constant number of users each.</summary>
    /// <param name="rows">All rows of the search.</param>
    /// <param name="found">What it has found so far.</param>
    /// <returns>Null where the steps don't go far enough.</returns>
    public static CapacityEstimate? OfSteps(IReadOnlyList<RowResult> rows, BreakpointResult found)
    {
        var points = CapacityPoints.OfSteps(rows);
        if (points.Count == 0)
        {
            return null;
        }
        var fewest = rows.MinBy(row => row.Users)!;
        var held = LastOf(found.Held);
        var failed = found.Steps.FirstOrDefault(step => step.Users == found.Failed);
        return new CapacityEstimate(
            points[^1].Users,
            KneeFit.Of(points),
            CollapseSearch.Of(points),
            held is null
                ? null
                : new SustainableRate(
                    held.SuccessesPerSecond,
                    found.Held,
                    fewest.SuccessesPerSecond
                ),
            failed is null
                ? null
                : new BreakingPoint(
                    failed.Users,
                    Second: null,
                    held?.SuccessesPerSecond,
                    failed.Why ?? ""
                )
        );

        RowResult? LastOf(int users) => rows.LastOrDefault(row => row.Users == users);
    }

    private static BreakingPoint? BreakOf(IReadOnlyList<CapacityPoint> points)
    {
        for (var i = 0; i + Broken <= points.Count; i++)
        {
            if (points.Skip(i).Take(Broken).All(point => point.Missed is not null))
            {
                double[] before = [.. points.Take(i).TakeLast(Held).Select(point => point.Rate)];
                return new BreakingPoint(
                    points[i].Users,
                    points[i].Second,
                    before.Length > 0 ? before.Average() : null,
                    points[i].Missed!
                );
            }
        }
        return null;
    }

    private static SustainableRate? SustainableOf(
        IReadOnlyList<CapacityPoint> points,
        BreakingPoint? broken
    )
    {
        CapacityPoint[] good =
        [
            .. points.TakeWhile(point => broken is null || point.Second < broken.Second),
        ];
        SustainableRate? best = null;
        var most = 0;
        for (var start = 0; start < good.Length; start++)
        {
            if (StretchFrom(good, start) is not { } stretch)
            {
                continue;
            }
            var rate = stretch.Average(point => point.Rate);
            most = Math.Max(most, stretch[^1].Users);
            if (rate > (best?.Rate ?? 0))
            {
                best = new SustainableRate(
                    rate,
                    stretch[^1].Users,
                    good.Take(Held).Average(point => point.Rate)
                );
            }
        }
        return best is null ? null : best with { MostUsers = most };
    }

    /// <summary>
    /// The slices from one on that have enough successes between them: the best of many short stretches
    /// is the luckiest. Where all there are have fewer, they are one stretch.
    /// </summary>
    /// <returns>Null if an SLO is missed in it, or it would end after the last slice.</returns>
    private static CapacityPoint[]? StretchFrom(CapacityPoint[] good, int start)
    {
        var (end, successes) = (start, 0.0);
        while (end < good.Length && (end - start < Held || successes < EnoughSuccesses))
        {
            if (good[end].Missed is not null)
            {
                return null;
            }
            successes += good[end++].Successes;
        }
        return end - start >= Held && (successes >= EnoughSuccesses || start == 0)
            ? good[start..end]
            : null;
    }
}
