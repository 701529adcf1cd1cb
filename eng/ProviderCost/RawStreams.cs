using System.Diagnostics;
using System.Text;

namespace GatewayBench.ProviderCost;

/// <summary>
/// Streams whose clients hold next to nothing: they write one request that all share, and read into
/// one buffer that all share. So what the heap grows by is the provider's, and a little more.
/// </summary>
internal sealed class RawStreams(FakeProvider provider, StreamPlan plan) : IDisposable
{
    private readonly byte[] _request = RequestOf(ChatCall.StreamedBody(plan.Tokens));
    private readonly byte[] _discarded = new byte[4096];
    private readonly List<Stream> _streams = [];
    private int _failed;

    /// <summary>What one stream adds to the live heap, and then their tokens.</summary>
    /// <exception cref="InvalidDataException">Not all of them were there.</exception>
    public static async Task<(double Heap, TokenWindow Window)> MeasureAsync(
        StreamPlan plan,
        CancellationToken stop
    )
    {
        await using var provider = await plan.StartProviderAsync(stop);
        // The server, its code and what it keeps for everybody are there before.
        using (var first = new RawStreams(provider, plan))
        {
            await first.OpenAsync(Environment.ProcessorCount, stop);
            await Task.Delay(StreamPlan.Settling, stop);
        }
        var before = await LiveHeap.ReadAsync();
        using var streams = new RawStreams(provider, plan);
        await streams.OpenAsync(plan.Streams, stop);
        await Task.Delay(StreamPlan.Settling, stop);
        var held = await LiveHeap.ReadAsync() - before;
        // The collection held tokens up that are not late by themselves.
        await Task.Delay(StreamPlan.Settling, stop);
        var window = await TokenWindow.MeasureAsync(provider, plan.Seconds, stop);
        streams.RequireAll(window);
        return ((double)held / plan.Streams, window);
    }

    public void Dispose() => _streams.ForEach(stream => stream.Dispose());

    private async Task OpenAsync(int count, CancellationToken stop)
    {
        var pause = plan.Starting / count;
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            while (Stopwatch.GetElapsedTime(started) < pause * i)
            {
                await Task.Delay(1, stop);
            }
            var stream = provider.Endpoints.Memory.Connect();
            _streams.Add(stream);
            _ = ReadAsync(stream);
        }
    }

    private async Task ReadAsync(Stream stream)
    {
        try
        {
            await stream.WriteAsync(_request);
            while (await stream.ReadAsync(_discarded) > 0) { }
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // Disposed, unless it is too early for that.
        }
        Interlocked.Increment(ref _failed);
    }

    private void RequireAll(TokenWindow window)
    {
        var failed = Volatile.Read(ref _failed);
        if (failed > 0 || window.TokensPerSecond < 0.9 * plan.TokensPerSecond * plan.Streams)
        {
            throw new InvalidDataException(
                $"{failed} of {plan.Streams} streams broke, and all of them sent {window.TokensPerSecond:0} tokens a second."
            );
        }
    }

    private static byte[] RequestOf(byte[] body) =>
        [
            .. Encoding.ASCII.GetBytes(
                $"POST {ChatCall.Path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {ChatCall.Key}\r\n"
                    + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"
            ),
            .. body,
        ];
}
