namespace GatewayBench;

/// <summary>A fault that strikes once, after so many chunks.</summary>
internal abstract class AfterFault : Fault
{
    protected AfterFault(string kind, int chunks, string more = "")
        : base(kind, FormattableString.Invariant($"{chunks}{more}"))
    {
        if (chunks < 0)
        {
            throw InvalidOption.Exception(nameof(chunks), chunks, $"0 to {int.MaxValue}");
        }
        Chunks = chunks;
    }

    /// <summary>After how many.</summary>
    protected int Chunks { get; }

    internal sealed override ValueTask SendChunkAsync(
        FaultedAnswer answer,
        ReadOnlyMemory<byte> chunk,
        int before
    ) => before == Chunks ? StrikeAsync(answer, chunk) : answer.SendAsync(chunk);

    internal sealed override ValueTask EndAsync(FaultedAnswer answer, int chunks) =>
        chunks == Chunks ? StrikeAsync(answer, default) : ValueTask.CompletedTask;

    /// <param name="answer">What is sent.</param>
    /// <param name="next">The chunk that would come next; nothing at the end.</param>
    protected abstract ValueTask StrikeAsync(FaultedAnswer answer, ReadOnlyMemory<byte> next);

    protected static int Half(ReadOnlyMemory<byte> body) => body.Length / 2;
}
