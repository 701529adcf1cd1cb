using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayBench;

internal sealed class NoUsageFault() : Fault("no-usage")
{
    private const string Usage = "usage";

    internal override ValueTask SendWholeAsync(FaultedAnswer answer, ReadOnlyMemory<byte> body)
    {
        var json = JsonNode.Parse(body.Span)!;
        Remove(json);
        return answer.SendAllAsync(
            JsonSerializer.SerializeToUtf8Bytes(json, JsonOutput.Serializer)
        );
    }

    internal override async ValueTask SendChunkAsync(
        FaultedAnswer answer,
        ReadOnlyMemory<byte> chunk,
        int before
    )
    {
        var (start, length) = SentEvent.DataOf(chunk.Span);
        if (chunk.Span[start] != (byte)'{')
        {
            await answer.SendAsync(chunk);
            return;
        }
        var json = JsonNode.Parse(chunk.Span.Slice(start, length))!;
        if (Remove(json) && json["choices"] is JsonArray { Count: 0 })
        {
            // OpenAI's chunk for the usage: without it, it would not come at all.
            return;
        }
        await answer.SendAsync(chunk[..start]);
        await answer.SendAsync(JsonSerializer.SerializeToUtf8Bytes(json, JsonOutput.Serializer));
        await answer.SendAsync(SentEvent.End);
    }

    /// <summary>Of the object itself, or of the message or response that the event wraps.</summary>
    private static bool Remove(JsonNode json)
    {
        var isRemoved = json.AsObject().Remove(Usage);
        foreach (var wrapper in (ReadOnlySpan<string>)["message", "response"])
        {
            isRemoved |= json[wrapper] is JsonObject wrapped && wrapped.Remove(Usage);
        }
        return isRemoved;
    }
}
