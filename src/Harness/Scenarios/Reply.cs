using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

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
