namespace GatewayBench;

/// <summary>When the generators of a row measured.</summary>
internal sealed class MergedTime
{
    private readonly RowResult[] _rows;

    public MergedTime(IReadOnlyList<RowResult> rows)
    {
        _rows = [.. rows];
        StartedAt = rows.Min(row => row.StartedAt);
        var end = rows.Max(End);
        Seconds = (end - StartedAt).TotalSeconds;
        TogetherSeconds = Math.Max(
            0,
            (rows.Min(End) - rows.Max(row => row.StartedAt)).TotalSeconds
        );
    }

    /// <summary>When the first began.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>From the first one's start to the last one's end.</summary>
    public double Seconds { get; }

    /// <summary>For how long all of them measured.</summary>
    public double TogetherSeconds { get; }

    /// <summary>
    /// Slices of all by the whole seconds of the merged time, in order. A generator's slices stay a
    /// second apart: it is moved by whole seconds, and so may stand up to half a second off.
    /// </summary>
    /// <param name="of">A generator's slices.</param>
    /// <param name="from">When a slice begins, in seconds of its row.</param>
    public IEnumerable<IGrouping<int, MergedSlice<T>>> Seconded<T>(
        Func<RowResult, IReadOnlyList<T>> of,
        Func<T, double> from
    ) =>
        _rows
            .SelectMany(
                (row, generator) =>
                    of(row)
                        .Select(slice => new MergedSlice<T>(
                            generator,
                            Math.Round((row.StartedAt - StartedAt).TotalSeconds),
                            slice
                        ))
            )
            .GroupBy(one => (int)Math.Round(one.Shift + from(one.Slice)))
            .OrderBy(second => second.Key);

    /// <summary>Seconds of a generator as seconds of the merged time.</summary>
    public double SecondsIn(RowResult row, double seconds) =>
        seconds + (row.StartedAt - StartedAt).TotalSeconds;

    private static DateTimeOffset End(RowResult row) =>
        row.StartedAt + TimeSpan.FromSeconds(row.MeasuredSeconds);
}
