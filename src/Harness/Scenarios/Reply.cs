using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace GatewayBench;

/// <summary>A whole response, as checks see it. Valid only inside the check.</summary>
public sealed class Reply
{
    private HttpResponseMessage? _response;
    private StreamedReply? _stream;

    /// <summary>The status code.</summary>
    public HttpStatusCode Status => _response!.StatusCode;

    /// <summary>The response headers, without those of the content.</summary>
    public HttpResponseHeaders Headers => _response!.Headers;

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

    internal bool HasForeignMarker => Marker is { } own && UserMarker.HasOther(Body, own);

    /// <summary>True too of a reply that can have none.</summary>
    internal bool HasOwnMarker => Marker is not { } own || UserMarker.Has(Body, own);

    /// <summary>Nothing has been answered yet.</summary>
    internal void Clear()
    {
        Stream = null;
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

    /// <summary>Lets go of the response and its memory.</summary>
    internal void Rest()
    {
        _response = null;
        _stream?.Rest();
        Buffer.Rest();
    }

    /// <summary>A property of the body's JSON object as text.</summary>
    /// <returns>
    /// The string, or the raw JSON of another kind of value; null when the body is not a JSON
    /// object, is malformed anywhere, or lacks the property.
    /// </returns>
    public string? Json(string property)
    {
        var reader = new Utf8JsonReader(Body);
        string? found = null;
        try
        {
            while (reader.Read())
            {
                if (
                    reader.TokenType == JsonTokenType.PropertyName
                    && reader.CurrentDepth == 1
                    && reader.ValueTextEquals(property)
                )
                {
                    reader.Read();
                    found = ValueOf(ref reader);
                }
            }
            return found;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal byte[] ToCanned() => CannedReply.Of(Status, Headers, ContentType, Body);

    private string? ValueOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString();
        }
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return reader.TokenType == JsonTokenType.Null
            ? null
            : Encoding.UTF8.GetString(Body[start..(int)reader.BytesConsumed]);
    }
}
