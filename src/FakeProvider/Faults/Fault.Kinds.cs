namespace GatewayBench;

public abstract partial class Fault
{
    /// <summary>An HTTP status with the wire format's own error body, at once. Text:
    /// <c>status(503)</c>.</summary>
    /// <param name="status">400 to 599.</param>
    /// <exception cref="ArgumentException">The status is out of range.</exception>
    public static Fault Status(int status) => new StatusFault(status, retryAfter: null);

    /// <summary>Such a status with a <c>Retry-After</c> of any value, sensible or not. Text:
    /// <c>retry-after(429, 99999999)</c>.</summary>
    /// <param name="status">400 to 599; clients obey it on 429 and 503.</param>
    /// <param name="value">The header's value: printable ASCII without <c>(</c>, <c>)</c> and
    /// <c>@</c>.</param>
    /// <exception cref="ArgumentException">The status is out of range, or the value can't be
    /// sent.</exception>
    public static Fault RetryAfter(int status, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new StatusFault(status, value);
    }

    /// <summary>The headers come later than the answer's delay says. Text:
    /// <c>slow-headers(5s)</c>.</summary>
    /// <param name="by">How much later, as <see cref="Duration"/> reads it: up to 24 hours.</param>
    /// <exception cref="ArgumentException">No such duration.</exception>
    public static Fault SlowHeaders(string by) => new SlowHeadersFault(FaultTime.Of(by, "by"));

    /// <summary>The connection is reset before the answer, at once. Text: <c>reset</c>.</summary>
    public static Fault Reset() => new ResetFault();

    /// <summary>
    /// The connection is reset in the body, 20 ms after a chunk; a whole answer is reset after half
    /// of it. Text: <c>reset-after(3)</c>.
    /// </summary>
    /// <remarks>A reset discards what is still on its way: hence the 20 ms.</remarks>
    /// <param name="chunks">After how many chunks: from 0.</param>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    public static Fault ResetAfter(int chunks) => new ResetAfterFault(chunks);

    /// <summary>
    /// The connection is closed in the body as when a process ends: without the end that HTTP
    /// prescribes, and without a reset. A whole answer is cut after half of it. Text:
    /// <c>cut-after(3)</c>.
    /// </summary>
    /// <param name="chunks">After how many chunks: from 0.</param>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    public static Fault CutAfter(int chunks) => new CutAfterFault(chunks);

    /// <summary>
    /// The body ends early and in good order, as behind a proxy that hides a cut: only what is missing
    /// tells. Of a whole answer half is sent, with the length of that half. Text:
    /// <c>end-after(3)</c>.
    /// </summary>
    /// <param name="chunks">After how many chunks: from 0.</param>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    public static Fault EndAfter(int chunks) => new EndAfterFault(chunks);

    /// <summary>The chunk after is broken JSON; the rest follows. A whole answer lacks its last byte.
    /// Text: <c>malformed-after(3)</c>.</summary>
    /// <param name="chunks">After how many chunks: from 0.</param>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    public static Fault MalformedAfter(int chunks) => new MalformedAfterFault(chunks);

    /// <summary>An <c>error</c> event in the wire format's own form ends the stream. Only for streams.
    /// Text: <c>error-after(3)</c>.</summary>
    /// <param name="chunks">After how many chunks: from 0.</param>
    /// <exception cref="ArgumentException">The number is negative.</exception>
    public static Fault ErrorAfter(int chunks) => new ErrorAfterFault(chunks);

    /// <summary>The stream pauses; a whole answer pauses after half of it. Text:
    /// <c>stall-after(5, 10s)</c>.</summary>
    /// <param name="chunks">After how many chunks: from 0.</param>
    /// <param name="pause">How long, as <see cref="Duration"/> reads it: up to 24 hours.</param>
    /// <exception cref="ArgumentException">The number is negative, or no such duration.</exception>
    public static Fault StallAfter(int chunks, string pause) =>
        new StallAfterFault(chunks, FaultTime.Of(pause, "pause"));

    /// <summary>
    /// The body comes a few bytes at a time. A stream is first collected, with its delays, and then
    /// trickles. Text: <c>trickle(16, 100ms)</c>.
    /// </summary>
    /// <param name="bytes">How many at a time: from 1.</param>
    /// <param name="every">The pause between, as <see cref="Duration"/> reads it: up to 24
    /// hours.</param>
    /// <exception cref="ArgumentException">The number is below 1, or no such duration.</exception>
    public static Fault Trickle(int bytes, string every) =>
        new TrickleFault(bytes, FaultTime.Of(every, "every"));

    /// <summary>The event that ends a stream is missing: <c>[DONE]</c>, or what stands for it. Only for
    /// streams. Text: <c>no-done</c>.</summary>
    public static Fault NoDone() => new NoDoneFault();

    /// <summary>The usage is missing. Text: <c>no-usage</c>.</summary>
    public static Fault NoUsage() => new NoUsageFault();

    /// <summary>
    /// <c>Content-Length</c> is wrong, and the connection is closed after the body. A stream is first
    /// collected, with its delays. Text: <c>content-length(+100)</c>.
    /// </summary>
    /// <param name="difference">By how many bytes, not 0: more than are sent if positive, fewer (at
    /// least 0) if negative.</param>
    /// <exception cref="ArgumentException">The difference is 0.</exception>
    public static Fault ContentLength(int difference) => new ContentLengthFault(difference);
}
