namespace GatewayBench;

/// <summary>The last so many requests.</summary>
internal sealed class Journal(int length)
{
    /// <summary>As many as it may be told to keep.</summary>
    public const int Most = 100_000;

    private readonly Lock _gate = new();
    private readonly JournalEntry[] _entries = new JournalEntry[length];
    private long _added;

    public void Add(in AnsweredRequest request, DateTimeOffset at)
    {
        var entry = new JournalEntry(
            at,
            ShortName.Of(request.Path ?? ""),
            request.Model is { } model ? ShortName.Of(model) : null,
            request.Status,
            request.Identity.HasIdentity ? request.Identity.Id.ToString() : null,
            request.Identity.Attempt,
            request.Wait.Planned,
            request.Wait.Actual,
            request.Tokens
        );
        lock (_gate)
        {
            _entries[_added++ % length] = entry;
        }
    }

    /// <returns>The oldest first.</returns>
    public JournalEntry[] Snapshot()
    {
        lock (_gate)
        {
            var oldest = (int)(_added % length);
            return _added < length
                ? _entries[..oldest]
                : [.. _entries[oldest..], .. _entries[..oldest]];
        }
    }
}
