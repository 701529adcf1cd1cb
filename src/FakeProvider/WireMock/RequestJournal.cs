namespace GatewayBench;

/// <summary>The latest requests: up to a number of them, and up to a number of bytes.</summary>
internal sealed class RequestJournal(int size)
{
    public const int MostEntries = 100_000;

    private const long MostBytes = 64 << 20;

    private readonly Lock _gate = new();
    private readonly Queue<StubJournalEntry> _entries = new();
    private long _bytes;

    public bool IsOff => size == 0;

    public void Add(StubJournalEntry entry)
    {
        if (IsOff)
        {
            return;
        }
        lock (_gate)
        {
            _entries.Enqueue(entry);
            _bytes += entry.Request.Size;
            while (_entries.Count > size || _bytes > MostBytes)
            {
                _bytes -= _entries.Dequeue().Request.Size;
            }
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _bytes = 0;
        }
    }

    /// <summary>The newest first.</summary>
    public StubJournalEntry[] Entries()
    {
        lock (_gate)
        {
            return [.. _entries.Reverse()];
        }
    }
}
