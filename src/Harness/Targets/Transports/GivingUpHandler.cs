namespace GatewayBench;

/// <summary>
/// Gives up when asked to. The test server only passes that on to the gateway and waits for what it
/// answers, so a gateway that doesn't listen would hold an exchange beyond its time-out for ever.
/// </summary>
internal sealed class GivingUpHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) => base.SendAsync(request, cancellationToken).WaitAsync(cancellationToken);
}
