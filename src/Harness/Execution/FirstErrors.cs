namespace GatewayBench;

/// <summary>Says when a row's first failure of each class came, and how many users there were then.</summary>
internal static class FirstErrors
{
    /// <param name="counts">Of the row.</param>
    /// <param name="secondOf">What second of the measured time a timestamp is.</param>
    /// <param name="timeline">Of the measured time.</param>
    /// <returns>The earliest first.</returns>
    public static FirstError[] Of(
        RowCounts counts,
        Func<long, double> secondOf,
        IReadOnlyList<TimelineSlice> timeline
    ) =>
        [
            .. from first in counts.FirstErrors()
            let second = secondOf(first.Intended)
            orderby second
            select new FirstError(first.Outcome, second, UsersAt(second, timeline)),
        ];

    private static int? UsersAt(double second, IReadOnlyList<TimelineSlice> timeline)
    {
        var slice = timeline.LastOrDefault(slice => slice.From <= second);
        return slice?.Users ?? slice?.InFlight;
    }
}
