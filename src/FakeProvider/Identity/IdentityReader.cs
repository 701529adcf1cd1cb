using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>
/// Finds the id of a request: what the marker in the prompt says, because headers may be those of a
/// connection that many turns share; else the trace id of a valid <c>traceparent</c>, else what the
/// explicit header says, else none.
/// </summary>
/// <param name="header">The name of the explicit header.</param>
internal sealed class IdentityReader(string header)
{
    /// <param name="headers">Of the request.</param>
    /// <param name="marked">What the marker in the prompt says; null without one.</param>
    public RequestId? Read(IHeaderDictionary headers, RequestId? marked)
    {
        if (marked is not null)
        {
            return marked;
        }
        if (TraceParent.TryRead((string?)headers.TraceParent, out var traceId))
        {
            return traceId;
        }
        string? explicitId = headers[header];
        return string.IsNullOrEmpty(explicitId) ? null : OfHeader(explicitId);
    }

    /// <summary>Hexadecimal digits are the id itself, any other text is hashed.</summary>
    private static RequestId OfHeader(string text)
    {
        Span<byte> digits = stackalloc byte[RequestId.MostDigits];
        return
            System.Text.Ascii.FromUtf16(text, digits, out var length)
                == System.Buffers.OperationStatus.Done
            && RequestId.TryParse(digits[..length], out var id)
            ? id
            : RequestId.OfText(text);
    }
}
