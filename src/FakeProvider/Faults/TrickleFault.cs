namespace GatewayBench;

internal sealed class TrickleFault : Fault
{
    private readonly int _bytes;
    private readonly TimeSpan _every;

    public TrickleFault(int bytes, TimeSpan every)
        : base("trickle", FormattableString.Invariant($"{bytes}, {Duration.ToText(every)}"))
    {
        if (bytes < 1)
        {
            throw InvalidOption.Exception(nameof(bytes), bytes, $"1 to {int.MaxValue}");
        }
        (_bytes, _every) = (bytes, every);
    }

    internal override bool TakesWhole => true;

    internal override async ValueTask SendWholeAsync(
        FaultedAnswer answer,
        ReadOnlyMemory<byte> body
    )
    {
        while (body.Length > _bytes)
        {
            await answer.SendAsync(body[.._bytes]);
            body = body[_bytes..];
            await answer.WaitAsync(_every);
        }
        await answer.SendAsync(body);
    }
}
