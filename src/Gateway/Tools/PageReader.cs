using System.Net.Http.Headers;
using System.Text;

namespace Gateway;

/// <summary>Reads the text of an HTTP answer up to a number of bytes.</summary>
internal static class PageReader
{
    /// <exception cref="ToolException">It is no text.</exception>
    public static async Task<FetchedPage> ReadAsync(
        Uri uri,
        HttpResponseMessage response,
        int maxBytes,
        CancellationToken cancellationToken
    )
    {
        var type = response.Content.Headers.ContentType;
        if (!IsText(type?.MediaType) || response.Content.Headers.ContentEncoding.Count > 0)
        {
            throw new ToolException(
                $"{uri.Host} answered with status {(int)response.StatusCode} and "
                    + $"'{Quoted.Truncate(type?.ToString() ?? "no type")}': only plain text, "
                    + "HTML, JSON and XML can be read.",
                ToolException.Failed
            );
        }
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        // One byte more tells a body that just fits from one that is longer.
        var bytes = new byte[maxBytes + 1];
        var read = await body.ReadAtLeastAsync(
            bytes,
            bytes.Length,
            throwOnEndOfStream: false,
            cancellationToken
        );
        var text = EncodingOf(type!).GetString(bytes, 0, Math.Min(read, maxBytes));
        var note = read > maxBytes ? $"Only the first {maxBytes} bytes." : null;
        return new(uri.AbsoluteUri, (int)response.StatusCode, text, note);
    }

    private static bool IsText(string? type) =>
        type is not null
        && (
            type.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("application/xml", StringComparison.OrdinalIgnoreCase)
        );

    private static Encoding EncodingOf(MediaTypeHeaderValue type)
    {
        try
        {
            return Encoding.GetEncoding(type.CharSet?.Trim('"') ?? "utf-8");
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return Encoding.UTF8;
        }
    }
}
