using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace GatewayBench;

/// <summary>Kestrel over loopback sockets.</summary>
internal sealed class LoopbackTransport(int port, ConnectionOptions connections)
    : KestrelTransport("loopback", connections)
{
    private readonly X509Certificate2? _certificate = connections.Https
        ? SelfSignedCertificate.Create()
        : null;
    private ListenOptions? _endpoint;

    public override Uri BaseAddress =>
        new($"{(Connections.Https ? "https" : "http")}://{_endpoint!.IPEndPoint}/");

    public override void Dispose()
    {
        _certificate?.Dispose();
        base.Dispose();
    }

    protected override void Listen(KestrelServerOptions kestrel) =>
        kestrel.Listen(
            IPAddress.Loopback,
            port,
            endpoint =>
            {
                _endpoint = endpoint;
                SetVersion(endpoint);
                if (_certificate is not null)
                {
                    endpoint.UseHttps(
                        new HttpsConnectionAdapterOptions
                        {
                            ServerCertificate = _certificate,
                            SslProtocols = LoadClient.TlsVersions,
                        }
                    );
                }
            }
        );

    protected override void Connect(SocketsHttpHandler handler)
    {
        if (_certificate is not null)
        {
            var known = _certificate.RawData;
            handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) =>
                shown is not null && shown.GetRawCertData().AsSpan().SequenceEqual(known);
        }
    }
}
