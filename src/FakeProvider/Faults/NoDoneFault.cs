namespace GatewayBench;

internal sealed class NoDoneFault() : Fault("no-done")
{
    internal override bool AppliesTo(ModelRequest request) => request.IsStreamed;

    internal override ValueTask SendChunkAsync(
        FaultedAnswer answer,
        ReadOnlyMemory<byte> chunk,
        int before
    ) => SentEvent.IsLast(chunk.Span) ? ValueTask.CompletedTask : answer.SendAsync(chunk);
}
