using System.Collections.Concurrent;
using System.Text;

namespace Gateway;

using Tag = KeyValuePair<string, object?>;

/// <summary>
/// The series of one metric by their tags. A known set of tags is found without a lock or an
/// allocation; beyond the limit all new ones share a single series.
/// </summary>
internal sealed class SeriesTable
{
    private readonly Lock _gate = new();
    private readonly int _limit;
    private readonly MetricKind _kind;
    private readonly Func<byte[], MetricSeries> _create;
    private readonly ConcurrentDictionary<Tag[], MetricSeries> _byTags = new(new TagComparer());
    private readonly ConcurrentDictionary<Tag[], MetricSeries>.AlternateLookup<
        ReadOnlySpan<Tag>
    > _lookup;
    private readonly Dictionary<string, MetricSeries> _byLabels = new(StringComparer.Ordinal);
    private volatile MetricSeries? _overflow;
    private volatile MetricSeries[] _all = [];

    public SeriesTable(int limit, MetricKind kind, Func<byte[], MetricSeries> create)
    {
        _limit = limit;
        _kind = kind;
        _create = create;
        _lookup = _byTags.GetAlternateLookup<ReadOnlySpan<Tag>>();
    }

    public ReadOnlySpan<MetricSeries> All => _all;

    public MetricSeries Find(ReadOnlySpan<Tag> tags) =>
        _lookup.TryGetValue(tags, out var known) ? known : _overflow ?? Add(tags);

    private MetricSeries Add(ReadOnlySpan<Tag> tags)
    {
        lock (_gate)
        {
            if (_lookup.TryGetValue(tags, out var known))
            {
                return known;
            }
            if (_byTags.Count >= _limit)
            {
                return _overflow ??= SeriesOf(MetricLabels.Overflow);
            }
            // Another order of tags that are known already leads to the same labels.
            return _lookup[tags] = SeriesOf(MetricLabels.Format(tags, _kind));
        }
    }

    private MetricSeries SeriesOf(string labels)
    {
        if (!_byLabels.TryGetValue(labels, out var series))
        {
            series = _create(Encoding.UTF8.GetBytes(labels));
            _byLabels.Add(labels, series);
            _all = [.. _all, series];
        }
        return series;
    }
}
