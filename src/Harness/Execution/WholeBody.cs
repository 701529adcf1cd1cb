using System.Globalization;

namespace GatewayBench;

/// <summary>
/// Whether a body is as long as its headers said. Clients of HTTP/1.1 over a connection see to it
/// themselves; a test server, or a server of HTTP/2, can end a short body as if it were whole.
/// </summary>
internal static class WholeBody
{
    /// <exception cref="HttpIOException">It is shorter.</exception>
    public static void Require(
        HttpRequestMessage request,
        HttpResponseMessage response,
        long received
    )
    {
        // Unparsed: a parsed header would be allocated for each exchange.
        if (
            response.Content.Headers.NonValidated.TryGetValues("Content-Length", out var values)
            && long.TryParse(
                values.ToString(),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var announced
            )
            && received < announced
            && request.Method != HttpMethod.Head
        )
        {
            throw new HttpIOException(
                HttpRequestError.ResponseEnded,
                $"The body ended after {received} of {announced} bytes."
            );
        }
    }
}
