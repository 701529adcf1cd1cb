using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Measures each call, plain or streamed (<see cref="GenAiMetrics"/>).</summary>
/// <param name="inner">What is measured.</param>
/// <param name="model">The model of calls that name none.</param>
/// <param name="metrics">Where it is recorded.</param>
/// <param name="clock">Measures the times.</param>
internal sealed class MeteredChatClient(
    IChatClient inner,
    string model,
    GenAiMetrics metrics,
    TimeProvider clock
) : DelegatingChatClient(inner)
{
    /// <summary>The conventions' name for what is done here.</summary>
    public const string Operation = "chat";

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var labels = metrics.Label(Operation, options?.ModelId ?? model);
        var started = clock.GetTimestamp();
        try
        {
            var response = await base.GetResponseAsync(messages, options, cancellationToken);
            var duration = clock.GetElapsedTime(started);
            metrics.Succeeded(labels, duration, response.ModelId, response.Usage);
            return response;
        }
        catch (Exception e)
        {
            metrics.Failed(labels, clock.GetElapsedTime(started), GenAiMetrics.ErrorType(e));
            throw;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var labels = metrics.Label(Operation, options?.ModelId ?? model);
        var stream = new MeteredStream(metrics, labels, clock);
        try
        {
            await using var updates = base.GetStreamingResponseAsync(
                    messages,
                    options,
                    cancellationToken
                )
                .GetAsyncEnumerator(cancellationToken);
            while (await stream.MoveNextAsync(updates))
            {
                yield return updates.Current;
            }
        }
        finally
        {
            stream.End();
        }
    }
}
