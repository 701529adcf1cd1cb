namespace Gateway;

using Tag = KeyValuePair<string, object?>;

/// <summary>Finds a series by the tags of a measurement as they lie on the caller's stack.</summary>
internal sealed class TagComparer
    : IEqualityComparer<Tag[]>,
        IAlternateEqualityComparer<ReadOnlySpan<Tag>, Tag[]>
{
    public bool Equals(Tag[]? x, Tag[]? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && Equals(x.AsSpan(), y));

    public int GetHashCode(Tag[] tags) => GetHashCode(tags.AsSpan());

    public bool Equals(ReadOnlySpan<Tag> alternate, Tag[] other)
    {
        if (alternate.Length != other.Length)
        {
            return false;
        }
        for (var i = 0; i < other.Length; i++)
        {
            if (alternate[i].Key != other[i].Key || !Equals(alternate[i].Value, other[i].Value))
            {
                return false;
            }
        }
        return true;
    }

    // Values tell series of one instrument apart; names are nearly always the same.
    public int GetHashCode(ReadOnlySpan<Tag> alternate)
    {
        var hash = new HashCode();
        foreach (var tag in alternate)
        {
            hash.Add(tag.Value);
        }
        return hash.ToHashCode();
    }

    public Tag[] Create(ReadOnlySpan<Tag> alternate) => alternate.ToArray();
}
