namespace GatewayBench;

using Tag = KeyValuePair<string, object?>;

/// <summary>
/// What one instrument measures, by the tags that split it. A set of tags that is known is found
/// without a lock or an allocation; beyond the limit all new ones share one cell.
/// </summary>
/// <param name="kind">What its measurements mean.</param>
/// <param name="name">Of its series without tags.</param>
internal sealed class InstrumentCells(InstrumentKind kind, SeriesName name)
{
    /// <summary>Tag sets of one instrument that have series of their own.</summary>
    public const int MostSets = 16;

    private readonly Lock _gate = new();
    private readonly string[]? _kept = KeptTags.Of(name.Text);
    private readonly Dictionary<string, MeterCell> _byText = new(StringComparer.Ordinal);
    private volatile TagSet[] _sets = [];
    private volatile MeterCell[] _all = [];
    private volatile MeterCell? _other;

    public InstrumentKind Kind => kind;

    public ReadOnlySpan<MeterCell> All => _all;

    public MeterCell Find(ReadOnlySpan<Tag> tags)
    {
        if (_kept is not { } kept)
        {
            return FindKept(tags);
        }
        var buffer = new TagBuffer();
        var count = 0;
        for (var i = 0; i < tags.Length && count < kept.Length; i++)
        {
            foreach (var key in kept)
            {
                if (tags[i].Key == key)
                {
                    buffer[count++] = tags[i];
                    break;
                }
            }
        }
        return FindKept(buffer[..count]);
    }

    private MeterCell FindKept(ReadOnlySpan<Tag> tags)
    {
        var sets = _sets;
        // Most values are constants, or of a route: the very objects that came before.
        foreach (var set in sets)
        {
            if (set.Has(tags))
            {
                return set.Cell;
            }
        }
        foreach (var set in sets)
        {
            if (set.Equals(tags))
            {
                return set.Cell;
            }
        }
        return _other ?? Add(tags);
    }

    private MeterCell Add(ReadOnlySpan<Tag> tags)
    {
        lock (_gate)
        {
            if (_sets.Length >= MostSets)
            {
                return _other ??= CellOf(TagText.Other);
            }
            // Another order of tags that are known already leads to the same cell.
            var cell = CellOf(TagText.Of(tags));
            _sets = [.. _sets, new TagSet(tags.ToArray(), cell)];
            return cell;
        }
    }

    private MeterCell CellOf(string text)
    {
        if (!_byText.TryGetValue(text, out var cell))
        {
            cell = kind.NewCell(name with { Text = name.Text + text });
            _byText.Add(text, cell);
            _all = [.. _all, cell];
        }
        return cell;
    }
}
