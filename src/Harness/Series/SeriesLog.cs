namespace GatewayBench;

/// <summary>What one source told in a row's measured time, slice by slice.</summary>
internal sealed class SeriesLog
{
    private readonly Dictionary<(string Source, string Name), SeriesColumn> _columns = [];
    private readonly List<SeriesName> _names = [];
    private readonly List<SeriesSpan> _slices = [];

    /// <summary>The series so far, in the order in which they were first told.</summary>
    public IReadOnlyList<SeriesName> Names => _names;

    /// <summary>Notes a value of the slice that ends now.</summary>
    /// <param name="name">Of the series: the unit of its first value counts.</param>
    /// <param name="value">Nothing is noted if it is no finite number.</param>
    public void Add(SeriesName name, double value)
    {
        if (!double.IsFinite(value))
        {
            return;
        }
        var key = (name.Source, name.Text);
        if (!_columns.TryGetValue(key, out var column))
        {
            _columns[key] = column = new SeriesColumn(name.Unit);
            _names.Add(name);
        }
        column.Set(_slices.Count, value);
    }

    /// <summary>Ends the slice; what is added from now on is of the next one.</summary>
    public void End(SeriesSpan slice) => _slices.Add(slice);

    /// <summary>The values of a log that no slice is ended of, which is without any afterwards.</summary>
    /// <returns>In the order of <see cref="Names"/>; null where none was noted.</returns>
    public IReadOnlyList<double?> TakeValues() =>
        [.. _names.Select(name => _columns[(name.Source, name.Text)].Take(_slices.Count))];

    /// <summary>The series by the slices of a row's timeline, in ordinal order; those without any value are left out.</summary>
    public IEnumerable<WatchedSeries> Along(IReadOnlyList<TimelineSlice> timeline)
    {
        var places = SeriesAlignment.Places(timeline, _slices);
        return _columns
            .OrderBy(entry => entry.Key.Source, StringComparer.Ordinal)
            .ThenBy(entry => entry.Key.Name, StringComparer.Ordinal)
            .Select(entry => new WatchedSeries(
                entry.Key.Name,
                entry.Value.Unit,
                entry.Key.Source,
                [.. places.Select(place => SignificantDigits.Of(entry.Value, place))]
            ))
            .Where(series => series.Values.Any(value => value is not null));
    }
}
