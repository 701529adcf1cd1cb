using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace GatewayBench;

/// <summary>A whole response, as checks see it. Valid only inside the check.</summary>
public sealed class Reply
{
    private HttpResponseMessage? _response;

    /// <summary>The status code.</summary>
    public HttpStatusCode Status => _response!.StatusCode;

    /// <summary>The response headers, without those of the content.</summary>
    public HttpResponseHeaders Headers => _response!.Headers;

    /// <summary>The content type without parameters, or null.</summary>
    public string? ContentType => _response!.Content.Headers.ContentType?.MediaType;

    /// <summary>The body to its last byte.</summary>
    public ReadOnlySpan<byte> Body => Buffer.WrittenSpan;

    /// <summary>The body as UTF-8 text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    internal BodyBuffer Buffer { get; } = new();

    internal void Begin(HttpResponseMessage response)
    {
        _response = response;
        Buffer.Clear();
    }

    /// <summary>Begins one message of a body of several, with a newline behind the last one.</summary>
    /// <returns>Where it begins.</returns>
    internal int BeginMessage()
    {
        if (Buffer.Length > 0)
        {
            Buffer.Room().Span[0] = (byte)'\n';
            Buffer.Advance(1);
        }
        return Buffer.Length;
    }

    /// <summary>Lets go of the response and its memory.</summary>
    internal void Rest()
    {
        _response = null;
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
