namespace GatewayBench;

using Tag = KeyValuePair<string, object?>;

/// <summary>Tags that measurements came with, in their order, and where these are kept.</summary>
internal sealed class TagSet(Tag[] tags, MeterCell cell)
{
    public MeterCell Cell => cell;

    /// <summary>Whether others are the very same objects, which is quickly told.</summary>
    public bool Has(ReadOnlySpan<Tag> others)
    {
        if (others.Length != tags.Length)
        {
            return false;
        }
        for (var i = 0; i < others.Length; i++)
        {
            if (
                !ReferenceEquals(others[i].Value, tags[i].Value)
                || !ReferenceEquals(others[i].Key, tags[i].Key)
            )
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Whether others are the same in the same order.</summary>
    public bool Equals(ReadOnlySpan<Tag> others)
    {
        if (others.Length != tags.Length)
        {
            return false;
        }
        for (var i = 0; i < others.Length; i++)
        {
            if (others[i].Key != tags[i].Key || !Equals(others[i].Value, tags[i].Value))
            {
                return false;
            }
        }
        return true;
    }
}
