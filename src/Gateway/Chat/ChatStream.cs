using System.Text.Json;

namespace Gateway;

/// <summary>Sends a turn as server-sent events while it runs.</summary>
internal sealed class ChatStream(TurnEvents turns, EventStreams streams, TurnFailures failures)
{
    /// <returns>
    /// What failed after the answer had begun, and was told by an event; null if nothing did. What
    /// fails before is thrown.
    /// </returns>
    public async Task<TurnFailure?> SendAsync(HttpContext context, Turn turn)
    {
        await using var stream = streams.Open(context);
        try
        {
            await foreach (var told in turns.RunAsync(turn, stream.Ended))
            {
                await SendAsync(stream, told);
            }
            return null;
        }
        catch (Exception e)
            when (stream.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var failure = failures.Tell(e);
            await SendAsync(stream, TurnError.From(failure));
            return failure;
        }
    }

    private static ValueTask SendAsync(EventStream stream, TurnEvent told)
    {
        var json = GatewayJsonContext.Relaxed;
        return told switch
        {
            TurnDelta delta => stream.SendAsync(
                TurnDelta.EventName,
                JsonSerializer.SerializeToUtf8Bytes(delta, json.TurnDelta)
            ),
            TurnTool tool => stream.SendAsync(
                TurnTool.EventName,
                JsonSerializer.SerializeToUtf8Bytes(tool, json.TurnTool)
            ),
            TurnDone done => stream.SendAsync(
                TurnDone.EventName,
                JsonSerializer.SerializeToUtf8Bytes(done, json.TurnDone)
            ),
            TurnError error => stream.SendAsync(
                TurnError.EventName,
                JsonSerializer.SerializeToUtf8Bytes(error, json.TurnError)
            ),
            _ => throw new InvalidOperationException($"Unnamed event {told.GetType()}."),
        };
    }
}
