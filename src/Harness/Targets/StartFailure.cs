using System.Net.Sockets;

namespace GatewayBench;

/// <summary>Turns whatever a gateway's start threw into one message that says what to do.</summary>
internal static class StartFailure
{
    public static TargetStartException Explain(string gateway, int port, Exception failure)
    {
        var cause = failure.GetBaseException();
        var message = cause switch
        {
            SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
                $"port {port} on 127.0.0.1 is in use; allowed: a free port, or 0 for any",
            SocketException { SocketErrorCode: SocketError.AccessDenied } =>
                $"port {port} on 127.0.0.1 needs privileges; allowed: a free port from 1024, or 0 for any",
            TargetStartException => cause.Message,
            _ => $"{cause.GetType().Name}: {cause.Message}",
        };
        return new TargetStartException($"Gateway '{gateway}' did not start: {message}", failure);
    }
}
