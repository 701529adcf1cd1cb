using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Measures one streamed call while it is read.</summary>
internal sealed class MeteredStream(GenAiMetrics metrics, TagList labels, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();
    private readonly AnswerTally _tally = new();
    private long? _lastChunk;

    // What it is if nobody reads it to its end.
    private string? _error = "cancelled";

    // Once for each token: what it waits with is used again.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<ChatResponseUpdate> updates)
    {
        try
        {
            if (await updates.MoveNextAsync())
            {
                Read(updates.Current);
                return true;
            }
            _error = null;
            return false;
        }
        catch (Exception e)
        {
            _error = GenAiMetrics.ErrorType(e);
            throw;
        }
    }

    public void End()
    {
        var duration = clock.GetElapsedTime(_started);
        if (_error is not null)
        {
            metrics.Failed(labels, duration, _error);
        }
        else
        {
            metrics.Succeeded(labels, duration, _tally.Model, _tally.Usage);
        }
    }

    private void Read(ChatResponseUpdate update)
    {
        var now = clock.GetTimestamp();
        if (_lastChunk is { } last)
        {
            metrics.NextChunk(labels, clock.GetElapsedTime(last, now));
        }
        else
        {
            metrics.FirstChunk(labels, clock.GetElapsedTime(_started, now));
        }
        _lastChunk = now;
        _tally.Add(update);
    }
}
