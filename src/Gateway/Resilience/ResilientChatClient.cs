using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// Asks the model by one of several clients, one for each key, as <see cref="ProviderCalls"/> decides. A
/// stream is tried again until its first update; what goes wrong after that goes to the caller.
/// </summary>
internal sealed class ResilientChatClient(IReadOnlyList<IChatClient> keys, ProviderCalls calls)
    : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var sent = Keep(messages);
        return calls.RunAsync(
            (key, end) => keys[key].GetResponseAsync(sent, options, end),
            cancellationToken
        );
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var sent = Keep(messages);
        await using var stream = await calls.RunAsync(
            (key, end) =>
                OpenedStream.OpenAsync(
                    life => keys[key].GetStreamingResponseAsync(sent, options, life),
                    end,
                    cancellationToken
                ),
            cancellationToken
        );
        for (var more = stream.HasFirst; more; more = await stream.MoveNextAsync())
        {
            yield return stream.Current;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        keys[0].GetService(serviceType, serviceKey);

    // The clients behind the keys own nothing.
    public void Dispose() { }

    // A retry sends them again, and not every sequence can be read twice.
    private static IReadOnlyCollection<ChatMessage> Keep(IEnumerable<ChatMessage> messages) =>
        messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
}
