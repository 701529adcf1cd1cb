namespace GatewayBench;

internal sealed class StallAfterFault(int chunks, TimeSpan pause)
    : AfterFault("stall-after", chunks, $", {Duration.ToText(pause)}")
{
    internal override async ValueTask SendWholeAsync(
        FaultedAnswer answer,
        ReadOnlyMemory<byte> body
    )
    {
        await answer.SendAsync(body[..Half(body)]);
        await StrikeAsync(answer, body[Half(body)..]);
    }

    protected override async ValueTask StrikeAsync(FaultedAnswer answer, ReadOnlyMemory<byte> next)
    {
        await answer.SendAsync(default);
        await answer.WaitAsync(pause);
        await answer.SendAsync(next);
    }
}
