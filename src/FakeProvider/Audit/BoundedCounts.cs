using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace GatewayBench;

/// <summary>Counts answers by a key of which clients could send any number: beyond a few, all count as one.</summary>
internal sealed class BoundedCounts<TKey>
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Cell> _cells = new();
    private readonly Cell _other = new();
    private readonly Lock _adding = new();

    public void Count(TKey key, int status)
    {
        var cell = _cells.TryGetValue(key, out var known) ? known : Add(key);
        Interlocked.Increment(ref cell.Answers);
        if (status >= 400)
        {
            Interlocked.Increment(ref cell.Errors);
        }
    }

    /// <param name="name">What a key is called; keys of one name count together.</param>
    public FrozenDictionary<string, AuditCount> Snapshot(Func<TKey, string> name) =>
        _cells
            .Select(entry => KeyValuePair.Create(name(entry.Key), entry.Value))
            .Append(KeyValuePair.Create(ProviderAudit.Other, _other))
            .Where(entry => Volatile.Read(ref entry.Value.Answers) > 0)
            .GroupBy(entry => entry.Key, entry => entry.Value)
            .ToFrozenDictionary(
                group => group.Key,
                group => new AuditCount(
                    group.Sum(cell => Volatile.Read(ref cell.Answers)),
                    group.Sum(cell => Volatile.Read(ref cell.Errors))
                )
            );

    private Cell Add(TKey key)
    {
        lock (_adding)
        {
            return _cells.Count < ProviderAudit.MostNames
                ? _cells.GetOrAdd(key, _ => new Cell())
                : _cells.GetValueOrDefault(key, _other);
        }
    }

    private sealed class Cell
    {
        public long Answers;
        public long Errors;
    }
}
