namespace GatewayBench;

internal sealed class ContentLengthFault : Fault
{
    private readonly int _difference;

    public ContentLengthFault(int difference)
        : base("content-length", FormattableString.Invariant($"{difference:+0;-0}"))
    {
        if (difference is 0 or int.MinValue)
        {
            throw InvalidOption.Exception(
                nameof(difference),
                difference,
                $"-{int.MaxValue} to {int.MaxValue}, not 0"
            );
        }
        _difference = difference;
    }

    internal override bool TakesWhole => true;

    internal override async ValueTask SendWholeAsync(
        FaultedAnswer answer,
        ReadOnlyMemory<byte> body
    )
    {
        var declared = Math.Max(0, (long)body.Length + _difference);
        var sent = (int)Math.Min(declared, body.Length);
        answer.Context.Response.ContentLength = declared;
        await answer.SendAsync(body[..sent]);
        await answer.CloseAsync(body[sent..]);
    }
}
