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
    private volatile (Tag[] Tags, MeterCell Cell)[] _known = [];
    private volatile MeterCell[] _all = [];
    private volatile MeterCell? _other;

    public InstrumentKind Kind => kind;

    public ReadOnlySpan<MeterCell> All => _all;

    public MeterCell Find(ReadOnlySpan<Tag> tags)
    {
        if (_kept is null)
        {
            return FindKept(tags);
        }
        var buffer = new TagBuffer();
        var count = 0;
        foreach (ref readonly var tag in tags)
        {
            if (count < KeptTags.Most && Array.IndexOf(_kept, tag.Key) >= 0)
            {
                buffer[count++] = tag;
            }
        }
        return FindKept(buffer[..count]);
    }

    private MeterCell FindKept(ReadOnlySpan<Tag> tags)
    {
        foreach (var (known, cell) in _known)
        {
            if (AreSame(known, tags))
            {
                return cell;
            }
        }
        return _other ?? Add(tags);
    }

    private static bool AreSame(Tag[] known, ReadOnlySpan<Tag> tags)
    {
        if (known.Length != tags.Length)
        {
            return false;
        }
        for (var i = 0; i < known.Length; i++)
        {
            if (known[i].Key != tags[i].Key || !Equals(known[i].Value, tags[i].Value))
            {
                return false;
            }
        }
        return true;
    }

    private MeterCell Add(ReadOnlySpan<Tag> tags)
    {
        lock (_gate)
        {
            if (_known.Length >= MostSets)
            {
                return _other ??= CellOf(TagText.Other);
            }
            // Another order of tags that are known already leads to the same cell.
            var cell = CellOf(TagText.Of(tags));
            _known = [.. _known, (tags.ToArray(), cell)];
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
