namespace GatewayBench;

/// <summary>The slices of a row while its users become more, or stay.</summary>
internal static class CapacityPoints
{
    /// <summary>With fewer nothing is estimated.</summary>
    public const int Least = 12;

    /// <summary>Users have to become so many times as many.</summary>
    private const double LeastGrowth = 2;

    /// <summary>A slice that was cut off is no second.</summary>
    private const double LeastOfASlice = 0.5;

    /// <returns>Empty where users don't become more, or for too few slices.</returns>
    public static IReadOnlyList<CapacityPoint> Of(RowResult row, IReadOnlyList<Slo> slos)
    {
        var usual =
            row.Timeline.Count > 0 ? Median.Of([.. row.Timeline.Select(s => s.Seconds)]) : 0;
        var rising = new List<CapacityPoint>();
        var most = 0;
        foreach (var slice in row.Timeline.Where(s => s.Seconds >= LeastOfASlice * usual))
        {
            if (slice.Users is not { } users || users < most)
            {
                // Who leaves may have waited for long: what is done then is no answer to fewer users.
                break;
            }
            most = users;
            rising.Add(
                new CapacityPoint(
                    users,
                    slice.Successes / slice.Seconds,
                    SliceVerdict.MissedBy(slice, row.Expected, slos),
                    slice.From,
                    slice.Successes
                )
            );
        }
        return rising.Count >= Least && most >= LeastGrowth * Math.Max(1, rising[0].Users)
            ? rising
            : [];
    }

    /// <summary>The slices of rows of a constant number of users each, as if they were one row that rose.</summary>
    /// <returns>Empty likewise.</returns>
    public static IReadOnlyList<CapacityPoint> OfSteps(IReadOnlyList<RowResult> rows)
    {
        CapacityPoint[] points =
        [
            .. from row in rows
            where row.Users is not null && row.Timeline.Count > 0
            orderby row.Users
            let usual = Median.Of([.. row.Timeline.Select(slice => slice.Seconds)])
            from slice in row.Timeline
            where slice.Seconds >= LeastOfASlice * usual
            select new CapacityPoint(
                row.Users!.Value,
                slice.Successes / slice.Seconds,
                Missed: null,
                slice.From,
                slice.Successes
            ),
        ];
        return points.Length >= Least && points[^1].Users >= LeastGrowth * points[0].Users
            ? points
            : [];
    }
}
