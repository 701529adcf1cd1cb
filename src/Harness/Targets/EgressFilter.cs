using Microsoft.Extensions.Http;

namespace GatewayBench;

/// <summary>Adds the guard to every client of the gateway's factory, and leaves the rest as it ships.</summary>
internal sealed class EgressFilter(EgressGuard guard) : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            builder.AdditionalHandlers.Add(new GuardHandler(guard));
        };

    private sealed class GuardHandler(EgressGuard guard) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            RequireAllowed(request);
            return base.SendAsync(request, cancellationToken);
        }

        protected override HttpResponseMessage Send(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            RequireAllowed(request);
            return base.Send(request, cancellationToken);
        }

        private void RequireAllowed(HttpRequestMessage request)
        {
            var host = request.RequestUri!.Host;
            if (!guard.Allows(host))
            {
                throw new HttpRequestException(guard.Deny(host, held: true));
            }
        }
    }
}
