using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Counts from many threads, without locks.</summary>
internal sealed class StatisticsCounter(RequestAudit audit)
{
    private readonly long[] _responses = new long[600];
    private long _abandoned;
    private long _promptTokens;
    private long _completionTokens;

    public void CountReply(int promptTokens, int completionTokens)
    {
        Interlocked.Increment(ref _responses[StatusCodes.Status200OK]);
        Interlocked.Add(ref _promptTokens, promptTokens);
        Interlocked.Add(ref _completionTokens, completionTokens);
    }

    public void CountRefusal(int status) => Interlocked.Increment(ref _responses[status]);

    public void CountAbandoned() => Interlocked.Increment(ref _abandoned);

    public FakeProviderStatistics Snapshot() =>
        new(
            _responses
                .Select(
                    (_, status) =>
                        KeyValuePair.Create(status, Volatile.Read(ref _responses[status]))
                )
                .Where(entry => entry.Value > 0)
                .ToFrozenDictionary(),
            Volatile.Read(ref _abandoned),
            Volatile.Read(ref _promptTokens),
            Volatile.Read(ref _completionTokens)
        )
        {
            Audit = audit.Snapshot(),
        };
}
