namespace GatewayBench;

internal sealed class EndAfterFault(int chunks) : AfterFault("end-after", chunks)
{
    internal override ValueTask SendWholeAsync(FaultedAnswer answer, ReadOnlyMemory<byte> body) =>
        answer.SendAllAsync(body[..Half(body)]);

    protected override async ValueTask StrikeAsync(FaultedAnswer answer, ReadOnlyMemory<byte> next)
    {
        await answer.SendAsync(default);
        throw new AnswerEndedException();
    }
}
