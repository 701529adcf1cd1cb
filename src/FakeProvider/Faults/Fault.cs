namespace GatewayBench;

/// <summary>
/// One way in which a provider fails a request. A chunk is a server-sent event of a streamed answer,
/// counted from 1; where a fault comes after chunk 0, the headers have been sent. A stream that ends
/// before the chunk of its fault is not harmed.
/// </summary>
/// <remarks>Every fault can be written as text: see <see cref="Parse(string)"/>.</remarks>
public abstract partial class Fault
{
    private readonly string _arguments;

    private protected Fault(string kind, string arguments = "") =>
        (Kind, _arguments) = (kind, arguments);

    /// <summary>Its name in texts and in the statistics, such as <c>stall-after</c>.</summary>
    public string Kind { get; }

    /// <summary>Reads a fault from its text, such as <c>status(503)</c> or
    /// <c>stall-after(5, 10s)</c>.</summary>
    /// <param name="text">What <see cref="ToString"/> gives.</param>
    /// <exception cref="FormatException">The text is no fault: the message says where, what stands
    /// there and what is allowed.</exception>
    public static Fault Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new FaultReader(text);
        var fault = FaultSyntax.Read(reader);
        reader.End("nothing more");
        return fault;
    }

    /// <summary>The text that <see cref="Parse(string)"/> reads back as the same fault.</summary>
    public override string ToString() => _arguments.Length == 0 ? Kind : $"{Kind}({_arguments})";

    /// <summary>Whether it makes sense for a request; one that doesn't is passed over.</summary>
    internal virtual bool AppliesTo(ModelRequest request) => true;

    /// <summary>Whether it changes the body; otherwise all it does comes before.</summary>
    internal virtual bool ChangesBody => true;

    /// <summary>Whether it wants a streamed answer in one piece too.</summary>
    internal virtual bool TakesWhole => false;

    /// <summary>What comes before the answer's delay.</summary>
    /// <exception cref="ApiErrorException">The request is answered with this error instead.</exception>
    /// <exception cref="OperationCanceledException">It gets no answer at all.</exception>
    internal virtual ValueTask BeforeAsync(FaultedAnswer answer) => ValueTask.CompletedTask;

    /// <summary>Sends a chunk, or what the fault makes of it.</summary>
    /// <param name="answer">What is sent.</param>
    /// <param name="chunk">A whole event with the empty line that ends it.</param>
    /// <param name="before">How many chunks came before it.</param>
    internal virtual ValueTask SendChunkAsync(
        FaultedAnswer answer,
        ReadOnlyMemory<byte> chunk,
        int before
    ) => answer.SendAsync(chunk);

    /// <summary>What comes after the last chunk.</summary>
    internal virtual ValueTask EndAsync(FaultedAnswer answer, int chunks) =>
        ValueTask.CompletedTask;

    /// <summary>Sends a body that is there as a whole, or what the fault makes of it.</summary>
    internal virtual ValueTask SendWholeAsync(FaultedAnswer answer, ReadOnlyMemory<byte> body) =>
        answer.SendAsync(body);
}
