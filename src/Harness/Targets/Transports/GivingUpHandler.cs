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
    )
    {
        // Left to the collector: the gateway may look at it for longer than the exchange lasts.
        var told = new CancellationTokenSource();
        cancellationToken.UnsafeRegister(
            static state => _ = TellAsync((CancellationTokenSource)state!),
            told
        );
        return base.SendAsync(request, told.Token).WaitAsync(cancellationToken);
    }

    /// <summary>
    /// What the gateway has registered for this is its own code, which may block or throw: on the
    /// thread of our timer that would stop other exchanges, or end the process.
    /// </summary>
    private static async Task TellAsync(CancellationTokenSource told)
    {
        try
        {
            await told.CancelAsync();
        }
        catch (AggregateException)
        {
            // Kestrel would have logged it, and gone on.
        }
    }
}
