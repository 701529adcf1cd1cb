namespace GatewayBench;

internal sealed class MalformedAfterFault(int chunks) : AfterFault("malformed-after", chunks)
{
    internal override ValueTask SendWholeAsync(FaultedAnswer answer, ReadOnlyMemory<byte> body) =>
        answer.SendAllAsync(body[..^1]);

    protected override async ValueTask StrikeAsync(FaultedAnswer answer, ReadOnlyMemory<byte> next)
    {
        if (next.IsEmpty)
        {
            return;
        }
        var (start, length) = SentEvent.DataOf(next.Span);
        await answer.SendAsync(next[..(start + length / 2)]);
        await answer.SendAsync(SentEvent.End);
    }
}
