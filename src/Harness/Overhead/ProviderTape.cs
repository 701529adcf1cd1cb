using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>
/// Keeps what comes to a provider for the exchanges that are asked for, known by their trace ids.
/// Both arms have one, so that what it costs is in neither's favour.
/// </summary>
/// <param name="clock">Of its timestamps.</param>
internal sealed class ProviderTape(TimeProvider clock)
{
    /// <summary>What belongs to a connection, or follows from the body.</summary>
    private static readonly HashSet<string> NotItsOwn = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host",
        "Connection",
        "Content-Length",
        "Transfer-Encoding",
        "Expect",
    };

    private readonly ConcurrentDictionary<RequestId, ConcurrentQueue<TapedCall>> _expected = [];
    private long _strangers;

    /// <summary>Requests that were of no exchange that is under way.</summary>
    public long Strangers => Volatile.Read(ref _strangers);

    /// <summary>To be called before an exchange is sent.</summary>
    public void Expect(RequestId id) => _expected[id] = [];

    /// <summary>To be called when it has ended.</summary>
    /// <returns>Its requests, in the order in which they came.</returns>
    public TapedCall[] Take(RequestId id) =>
        _expected.TryRemove(id, out var calls) ? [.. calls] : [];

    /// <summary>Put around what answers the requests.</summary>
    public RequestDelegate Around(RequestDelegate answer) =>
        async context =>
        {
            var request = context.Request;
            if (
                !TraceParent.TryRead((string?)request.Headers.TraceParent, out var id)
                || !_expected.TryGetValue(id, out var calls)
            )
            {
                Interlocked.Increment(ref _strangers);
                await answer(context);
                return;
            }
            var body = await ReadAsync(request.BodyReader, context.RequestAborted);
            var call = new TapedCall(
                request.Method,
                request.Path.ToUriComponent() + request.QueryString.ToUriComponent(),
                [.. OwnHeaders(request.Headers)],
                body,
                clock.GetTimestamp()
            );
            calls.Enqueue(call);
            try
            {
                await answer(context);
            }
            finally
            {
                call.Leave(clock.GetTimestamp(), context.Response.StatusCode);
            }
        };

    /// <summary>Looks at the whole body and leaves it for who answers.</summary>
    private static async ValueTask<byte[]> ReadAsync(PipeReader reader, CancellationToken stop)
    {
        while (true)
        {
            var result = await reader.ReadAsync(stop);
            if (result.IsCompleted)
            {
                var body = result.Buffer.ToArray();
                reader.AdvanceTo(result.Buffer.Start);
                return body;
            }
            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> OwnHeaders(IHeaderDictionary headers)
    {
        foreach (var (name, value) in headers)
        {
            if (!NotItsOwn.Contains(name))
            {
                yield return new(name, value.ToString());
            }
        }
    }
}
