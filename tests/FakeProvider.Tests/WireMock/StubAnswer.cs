using System.Net.Http.Headers;
using System.Text;

namespace GatewayBench.FakeProviderTests;

/// <summary>What came back for a request of a <see cref="StubCase"/>, as text that can be compared.</summary>
internal static class StubAnswer
{
    private const string MatchedBy = "Matched-Stub-Id";

    /// <summary>A client that shows each answer as it came.</summary>
    public static HttpClient Client(Uri address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = address,
        };

    /// <summary>
    /// Status, the headers that a mapping sets, and the body; of an answer that is no stub's only the status, as its
    /// wording is each server's own.
    /// </summary>
    public static async Task<string> AskAsync(HttpClient client, string request, StubCase stubCase)
    {
        var cancellation = TestContext.Current.CancellationToken;
        try
        {
            using var message = Parse(client.BaseAddress!, request);
            using var response = await client.SendAsync(message, cancellation);
            var status = $"{(int)response.StatusCode}";
            if (!response.Headers.Contains(MatchedBy))
            {
                return $"{status}, no stub";
            }
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            var lines = stubCase.Headers.Select(name =>
                $"{name}: {string.Join(" | ", Values(response, name))}"
            );
            return string.Join(
                '\n',
                [
                    stubCase.SetsStatusMessage ? $"{status} {response.ReasonPhrase}" : status,
                    .. lines,
                    Convert.ToHexString(body),
                    Encoding.UTF8.GetString(body),
                ]
            );
        }
        catch (HttpRequestException)
        {
            return "broken";
        }
    }

    private static HeaderStringValues Values(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values
        : response.Content.Headers.NonValidated.TryGetValues(name, out values) ? values
        : default;

    private static HttpRequestMessage Parse(Uri address, string request)
    {
        var parts = request.Split("\n\n", 2);
        var lines = parts[0].Split('\n');
        var (method, url) = (lines[0].Split(' ')[0], lines[0].Split(' ')[1]);
        var message = new HttpRequestMessage(new HttpMethod(method), new Uri(address, url));
        if (parts.Length > 1)
        {
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(parts[1]));
        }
        foreach (var header in lines.Skip(1))
        {
            var colon = header.IndexOf(':', StringComparison.Ordinal);
            message.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 1)..].Trim());
        }
        return message;
    }
}
