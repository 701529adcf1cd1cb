using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>How one endpoint's requests are read and its answers are written. Keeps no state.</summary>
internal abstract class WireFormat
{
    /// <param name="body">The whole request body.</param>
    /// <param name="seed">Goes into the prompt's hash.</param>
    /// <param name="deployment">The model where the body names none; null where it has to.</param>
    /// <exception cref="ApiErrorException">The request is refused.</exception>
    public abstract ModelRequest Read(
        in ReadOnlySequence<byte> body,
        ulong seed,
        string? deployment
    );

    /// <summary>Which client a request belongs to, as a hash of its key.</summary>
    public abstract ulong KeyOf(HttpRequest request);

    /// <summary>The headers that tell a client its rate limits, on every answer.</summary>
    public abstract void WriteLimits(IHeaderDictionary headers, in RateLimitDecision decision);

    /// <summary>The error of a request that its limits refuse.</summary>
    public abstract ApiError ErrorOf(RateLimitRefusal refusal, string model);

    /// <summary>The error of a prompt that does not fit into its model's context window.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="window">The window, in tokens.</param>
    public abstract ApiError ContextExceeded(ModelRequest request, int window);

    /// <summary>The error of any request while the provider is down or overloaded.</summary>
    public abstract ApiError ErrorOf(in Unavailability why);

    public abstract void WriteError(HttpResponse response, ApiError error);

    /// <summary>The whole answer.</summary>
    public abstract void WriteReply(Utf8JsonWriter json, in ModelReply reply);

    /// <summary>What a stream begins with.</summary>
    public abstract void WriteStart(EventStream events, ModelReply reply);

    /// <summary>One piece of a reply's part, such as a word or a fragment of a tool's arguments.</summary>
    public abstract void WritePiece(EventStream events, ModelReply reply, in ReplyStep step);

    /// <summary>
    /// The event that ends a stream which fails after its headers: by default OpenAI's, whose data is
    /// the body of the error.
    /// </summary>
    /// <param name="events">The stream.</param>
    /// <param name="error">What has happened.</param>
    /// <param name="number">How many events came before.</param>
    public virtual void WriteStreamError(EventStream events, ApiError error, int number) =>
        events.Write("error"u8, error, JsonResponse.WriteError);

    /// <summary>What a stream ends with.</summary>
    public abstract void WriteEnd(EventStream events, ModelReply reply);
}
