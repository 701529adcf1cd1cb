namespace GatewayBench;

internal sealed class CutAfterFault(int chunks) : AfterFault("cut-after", chunks)
{
    internal override async ValueTask SendWholeAsync(
        FaultedAnswer answer,
        ReadOnlyMemory<byte> body
    )
    {
        await answer.SendAsync(body[..Half(body)]);
        await answer.CloseAsync();
    }

    protected override ValueTask StrikeAsync(FaultedAnswer answer, ReadOnlyMemory<byte> next) =>
        answer.CloseAsync();
}
