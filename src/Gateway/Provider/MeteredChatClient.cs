using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Measures each call to a provider by OpenTelemetry's conventions for generative AI.</summary>
internal sealed class MeteredChatClient(
    IChatClient inner,
    GatewayMetrics metrics,
    TimeProvider clock
) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var started = clock.GetTimestamp();
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            metrics.OperationSucceeded(clock.GetElapsedTime(started), response);
            return response;
        }
        catch (Exception e)
        {
            metrics.OperationFailed(clock.GetElapsedTime(started), ErrorType(e));
            throw;
        }
    }

    private static string ErrorType(Exception e) =>
        e switch
        {
            ProviderException provider => provider.Reason,
            OperationCanceledException => "cancelled",
            _ => e.GetType().Name,
        };
}
