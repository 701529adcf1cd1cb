using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Keeps answers in this process. When their number or size passes its limit, those that nobody asked
/// for the longest go first.
/// </summary>
internal sealed class MemoryAnswerStore(
    IOptions<PromptCacheOptions> options,
    TimeProvider clock,
    PromptCacheMetrics metrics
) : IAnswerStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byKey = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _latestFirst = new();
    private readonly TimeSpan _ttl = TimeSpan.FromSeconds(options.Value.TtlSeconds);
    private readonly long _maxBytes = options.Value.MaxMegabytes * 1024L * 1024;
    private readonly int _maxEntries = options.Value.MaxEntries;
    private long _bytes;

    public ValueTask<ReadOnlyMemory<byte>?> FindAsync(
        string key,
        CancellationToken cancellationToken
    )
    {
        lock (_gate)
        {
            if (!_byKey.TryGetValue(key, out var node))
            {
                return new((ReadOnlyMemory<byte>?)null);
            }
            _latestFirst.Remove(node);
            if (clock.GetElapsedTime(node.Value.KeptAt) >= _ttl)
            {
                _latestFirst.AddLast(node);
                DropLast();
                metrics.Evicted("expired");
                return new((ReadOnlyMemory<byte>?)null);
            }
            _latestFirst.AddFirst(node);
            return new(node.Value.Answer);
        }
    }

    public ValueTask KeepAsync(string key, ReadOnlyMemory<byte> answer)
    {
        lock (_gate)
        {
            if (_byKey.TryGetValue(key, out var older))
            {
                _latestFirst.Remove(older);
                _latestFirst.AddLast(older);
                DropLast();
            }
            var entry = new Entry(key, answer, clock.GetTimestamp());
            _byKey.Add(key, _latestFirst.AddFirst(entry));
            _bytes += entry.Bytes;
            metrics.Grew(1, entry.Bytes);
            while (_bytes > _maxBytes || _byKey.Count > _maxEntries)
            {
                metrics.Evicted(_bytes > _maxBytes ? "bytes" : "entries");
                DropLast();
            }
        }
        return ValueTask.CompletedTask;
    }

    private void DropLast()
    {
        var last = _latestFirst.Last!.Value;
        _latestFirst.RemoveLast();
        _byKey.Remove(last.Key);
        _bytes -= last.Bytes;
        metrics.Grew(-1, -last.Bytes);
    }

    private sealed record Entry(string Key, ReadOnlyMemory<byte> Answer, long KeptAt)
    {
        // What the runtime adds on 64 bits: five objects' headers, a list node's and a table's fields.
        private const int Overhead = 256;

        public long Bytes => Answer.Length + (2L * Key.Length) + Overhead;
    }
}
