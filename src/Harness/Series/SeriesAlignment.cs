namespace GatewayBench;

/// <summary>
/// Finds what was read for each slice of a timeline. Both are cut once a second, but by threads of
/// their own, of which either may come late.
/// </summary>
internal static class SeriesAlignment
{
    /// <returns>
    /// For each slice of the timeline the number of the reading that covers most of it; null where
    /// none covers half of it.
    /// </returns>
    public static int?[] Places(
        IReadOnlyList<TimelineSlice> timeline,
        IReadOnlyList<SeriesSpan> readings
    )
    {
        var places = new int?[timeline.Count];
        var first = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var slice = new SeriesSpan(timeline[i].From, timeline[i].From + timeline[i].Seconds);
            while (first < readings.Count && readings[first].To <= slice.From)
            {
                first++;
            }
            var most = 0.0;
            for (var k = first; k < readings.Count && readings[k].From < slice.To; k++)
            {
                var overlap = readings[k].Overlap(slice);
                if (overlap > most && overlap >= timeline[i].Seconds / 2)
                {
                    (most, places[i]) = (overlap, k);
                }
            }
        }
        return places;
    }
}
