using System.Net;

namespace GatewayBench;

/// <summary>Asks for exactly HTTP/2. In no other client's way: requests are HTTP/1.1 by themselves.</summary>
internal sealed class Http2Handler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        return base.SendAsync(request, cancellationToken);
    }
}
