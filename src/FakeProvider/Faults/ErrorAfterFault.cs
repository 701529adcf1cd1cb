using System.Buffers;

namespace GatewayBench;

internal sealed class ErrorAfterFault(int chunks) : AfterFault("error-after", chunks)
{
    internal override bool AppliesTo(ModelRequest request) => request.IsStreamed;

    protected override async ValueTask StrikeAsync(FaultedAnswer answer, ReadOnlyMemory<byte> next)
    {
        var error = new ArrayBufferWriter<byte>();
        answer.Format.WriteStreamError(new EventStream(error), FaultErrors.InStream, Chunks);
        await answer.SendAsync(error.WrittenMemory);
        throw new AnswerEndedException();
    }
}
