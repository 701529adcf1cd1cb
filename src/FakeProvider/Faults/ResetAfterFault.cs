namespace GatewayBench;

internal sealed class ResetAfterFault(int chunks) : AfterFault("reset-after", chunks)
{
    internal override async ValueTask SendWholeAsync(
        FaultedAnswer answer,
        ReadOnlyMemory<byte> body
    )
    {
        await answer.SendAsync(body[..Half(body)]);
        await answer.ResetAsync();
    }

    protected override ValueTask StrikeAsync(FaultedAnswer answer, ReadOnlyMemory<byte> next) =>
        answer.ResetAsync();
}
