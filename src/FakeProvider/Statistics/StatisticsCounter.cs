using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Counts from many threads, without locks.</summary>
internal sealed class StatisticsCounter(RequestAudit audit)
{
    private readonly long[] _responses = new long[600];
    private readonly long[] _refusals = new long[Enum.GetValues<RefusalReason>().Length];
    private readonly ConcurrentDictionary<string, StrongBox<long>> _faults = new();
    private int _inFlight;
    private long _abandoned;
    private long _promptTokens;
    private long _completionTokens;

    /// <summary>Call it for each request to a model, and <see cref="End"/> when it is done with.</summary>
    public void Begin() => Interlocked.Increment(ref _inFlight);

    public void End() => Interlocked.Decrement(ref _inFlight);

    public void CountReply(int promptTokens, int completionTokens)
    {
        Interlocked.Increment(ref _responses[StatusCodes.Status200OK]);
        Interlocked.Add(ref _promptTokens, promptTokens);
        Interlocked.Add(ref _completionTokens, completionTokens);
    }

    public void CountRefusal(int status) => Interlocked.Increment(ref _responses[status]);

    public void CountRefusal(RefusalReason reason) =>
        Interlocked.Increment(ref _refusals[(int)reason]);

    public void CountAbandoned() => Interlocked.Increment(ref _abandoned);

    public void CountFault(string kind) =>
        Interlocked.Increment(ref _faults.GetOrAdd(kind, _ => new StrongBox<long>()).Value);

    public FakeProviderStatistics Snapshot() =>
        new(
            Counted(_responses, status => status),
            Volatile.Read(ref _abandoned),
            Volatile.Read(ref _promptTokens),
            Volatile.Read(ref _completionTokens)
        )
        {
            Refusals = Counted(_refusals, reason => (RefusalReason)reason),
            Faults = _faults.ToFrozenDictionary(
                fault => fault.Key,
                fault => Volatile.Read(ref fault.Value.Value)
            ),
            Audit = audit.Snapshot(),
        };

    /// <summary>What of it can be read every second without allocating.</summary>
    public ProviderCounters Counters()
    {
        var ended = Volatile.Read(ref _abandoned);
        foreach (ref var responses in _responses.AsSpan())
        {
            ended += Volatile.Read(ref responses);
        }
        return new ProviderCounters(
            ended,
            Volatile.Read(ref _responses[StatusCodes.Status429TooManyRequests]),
            Volatile.Read(ref _promptTokens) + Volatile.Read(ref _completionTokens),
            Volatile.Read(ref _inFlight),
            audit.Delays
        );
    }

    private static FrozenDictionary<TKey, long> Counted<TKey>(long[] counts, Func<int, TKey> keyOf)
        where TKey : notnull =>
        counts
            .Select(
                (_, index) => KeyValuePair.Create(keyOf(index), Volatile.Read(ref counts[index]))
            )
            .Where(entry => entry.Value > 0)
            .ToFrozenDictionary();
}
