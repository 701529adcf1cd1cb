using System.Net;
using System.Net.WebSockets;

namespace GatewayBench;

/// <summary>How an HTTP request becomes a WebSocket.</summary>
internal static class SocketUpgrade
{
    private static readonly Dictionary<string, IEnumerable<string>> NoHeaders = [];

    /// <summary>A socket that sends a request's headers with its upgrade.</summary>
    public static ClientWebSocket NewSocket(HttpRequestMessage request, string? subprotocol)
    {
        var socket = new ClientWebSocket();
        // Nothing of its own: it would be load that no scenario asked for, and a timer for each.
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        socket.Options.CollectHttpResponseDetails = true;
        if (subprotocol is not null)
        {
            socket.Options.AddSubProtocol(subprotocol);
        }
        foreach (var (name, values) in request.Headers.NonValidated)
        {
            socket.Options.SetRequestHeader(name, values.ToString());
        }
        return socket;
    }

    public static Uri AddressOf(Uri request) =>
        new UriBuilder(request)
        {
            Scheme = request.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs,
        }.Uri;

    /// <summary>Whether that is a status, and one that refuses.</summary>
    public static bool IsRefusal(HttpStatusCode status) =>
        status is not (0 or HttpStatusCode.SwitchingProtocols);

    /// <summary>The answer to the upgrade, which the socket then forgets.</summary>
    public static HttpResponseMessage AnswerOf(ClientWebSocket socket)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.SwitchingProtocols);
        foreach (var (name, values) in socket.HttpResponseHeaders ?? NoHeaders)
        {
            answer.Headers.TryAddWithoutValidation(name, values);
        }
        socket.HttpResponseHeaders = null;
        return answer;
    }
}
