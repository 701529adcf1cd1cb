using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GatewayBench;

/// <summary>A whole response, as checks see it. Valid only inside the check.</summary>
public sealed class Reply
{
    private HttpResponseMessage? _response;
    private StreamedReply? _stream;
    private SplitTexts? _texts;
    private bool _isMessages;

    /// <summary>The status code.</summary>
    public HttpStatusCode Status => _response!.StatusCode;

    /// <summary>The response headers, without those of the content.</summary>
    public HttpResponseHeaders Headers => _response!.Headers;

    /// <summary>The first value of a header, be it one of the content; null without it.</summary>
    internal string? Header(string name) =>
        _response!.Headers.NonValidated.TryGetValues(name, out var values)
        || _response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.First()
            : null;

    /// <summary>The content type without parameters, or null.</summary>
    public string? ContentType => _response!.Content.Headers.ContentType?.MediaType;

    /// <summary>The body to its last byte; of a stream the text that a user sees.</summary>
    public ReadOnlySpan<byte> Body => Buffer.WrittenSpan;

    /// <summary>The body as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>What a stream added up to; null of an answer in one piece.</summary>
    public StreamedReply? Stream { get; private set; }

    internal BodyBuffer Buffer { get; } = new();

    /// <summary>Whose reply it is to be; null of a user whose prompts carry no marker.</summary>
    internal ulong? Marker { get; set; }

    /// <summary>What the request asked for, where a check looks for it.</summary>
    internal string? Wanted { get; set; }

    /// <summary>Whether any text that came is somebody else's, be it in pieces.</summary>
    internal bool HasForeignMarker =>
        Marker is { } own
        && (
            UserMarker.HasOther(Body, own)
            || (
                Stream is { } stream ? stream.HasOther(own)
                : _isMessages ? Texts.LinesHaveOther(Body, own)
                : Body.Length > 0
                    && ContentType == "text/event-stream"
                    && Texts.EventsHaveOther(Body, own)
            )
        );

    /// <summary>What a failed reply counts as: that it went to the wrong user is the worst of it.</summary>
    /// <param name="failure">How it failed; that nobody waited for it any more stays so.</param>
    /// <param name="thrown">What told so, if anything; an event that it is about is of the reply too.</param>
    internal Outcome Weigh(Outcome failure, Exception? thrown = null) =>
        failure != Outcome.Cancelled && (HasForeignMarker || IsForeign(thrown as StreamException))
            ? Outcome.CrossSession
            : failure;

    /// <summary>True too of a reply that can have none.</summary>
    internal bool HasOwnMarker => Marker is not { } own || UserMarker.Has(Body, own);

    private SplitTexts Texts => _texts ??= new SplitTexts();

    /// <summary>Nothing has been answered yet.</summary>
    internal void Clear()
    {
        Stream = null;
        _isMessages = false;
        Buffer.Clear();
    }

    internal void Begin(HttpResponseMessage response)
    {
        _response = response;
        Clear();
    }

    /// <summary>The answer that has begun is a stream.</summary>
    internal StreamedReply BeginStream()
    {
        Stream = _stream ??= new StreamedReply(Buffer);
        Stream.Begin();
        return Stream;
    }

    /// <summary>Begins one message of a body of several, with a newline behind the last one.</summary>
    /// <returns>Where it begins.</returns>
    internal int BeginMessage()
    {
        _isMessages = true;
        if (Buffer.Length > 0)
        {
            Buffer.Room().Span[0] = (byte)'\n';
            Buffer.Advance(1);
        }
        return Buffer.Length;
    }

    private bool IsForeign(StreamException? failure) =>
        failure is not null && Marker is { } own && UserMarker.HasOther(failure.Event.Span, own);

    /// <summary>Lets go of the response and its memory.</summary>
    internal void Rest()
    {
        _response = null;
        _stream?.Rest();
        _texts?.Rest();
        Buffer.Rest();
    }

    /// <summary>A property of the body's JSON object as text.</summary>
    /// <returns>
    /// The string, or the raw JSON of another kind of value; null when the body is not a JSON
    /// object, is malformed anywhere, or lacks the property.
    /// </returns>
    public string? Json(string property) => JsonProperty.Of(Body, property);

    internal byte[] ToCanned() => CannedReply.Of(Status, Headers, ContentType, Body);
}
