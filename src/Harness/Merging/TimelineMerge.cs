namespace GatewayBench;

/// <summary>Adds up timelines, second by second.</summary>
internal static class TimelineMerge
{
    public static TimelineSlice[] Of(MergedTime time, int generators)
    {
        var inFlight = new int?[generators];
        var users = new int?[generators];
        return
        [
            .. time.Seconded(row => row.Timeline, slice => slice.From)
                .Select(second => Sum(second.Key, [.. second], inFlight, users)),
        ];
    }

    /// <param name="second">Where the slice begins.</param>
    /// <param name="parts">What falls into it.</param>
    /// <param name="inFlight">What each generator had under way when last seen.</param>
    /// <param name="users">Who had started there by then; null for open loads.</param>
    private static TimelineSlice Sum(
        int second,
        MergedSlice<TimelineSlice>[] parts,
        int?[] inFlight,
        int?[] users
    )
    {
        foreach (var part in parts)
        {
            inFlight[part.Generator] = part.Slice.InFlight;
            users[part.Generator] = part.Slice.Users;
        }
        TimelineSlice[] slices = [.. parts.Select(part => part.Slice)];
        // Percentiles can't be added: only one that stands for all successes of the second is known.
        var alone = slices.Where(slice => slice.Successes > 0).ToArray() is [var only]
            ? only
            : null;
        return new TimelineSlice(
            second,
            parts.Max(part => part.Shift + part.Slice.From + part.Slice.Seconds) - second,
            slices.Sum(slice => slice.Successes),
            Sums.Of(slices.Select(slice => slice.Errors)),
            inFlight.Sum() ?? 0,
            alone?.P50,
            alone?.P99,
            slices.Max(slice => slice.Max)
        )
        {
            P95 = alone?.P95,
            Statuses = Sums.Of(slices.Select(slice => slice.Statuses)),
            Users = users.All(one => one is null) ? null : users.Sum(),
        };
    }
}
