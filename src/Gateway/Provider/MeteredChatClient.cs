using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Measures each call, plain or streamed (<see cref="GenAiMetrics"/>).</summary>
/// <param name="inner">What is measured.</param>
/// <param name="model">The model of calls that name none.</param>
/// <param name="metrics">Where it is recorded.</param>
internal sealed class MeteredChatClient(IChatClient inner, string model, GenAiMetrics metrics)
    : DelegatingChatClient(inner)
{
    /// <summary>The conventions' name for what is done here.</summary>
    public const string Operation = "chat";

    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        metrics.MeasureAsync(
            Operation,
            options?.ModelId ?? model,
            () => base.GetResponseAsync(messages, options, cancellationToken),
            static response => (response.ModelId, response.Usage)
        );

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var stream = metrics.Begin(Operation, options?.ModelId ?? model);
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
