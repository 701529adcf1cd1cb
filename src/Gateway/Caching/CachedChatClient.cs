using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Answers a request that was answered before from what was kept, in the same pieces. Only answers
/// that came to their end are kept; tools are run again, since the cache stands for the model alone.
/// </summary>
internal sealed class CachedChatClient(
    IChatClient inner,
    PromptKeys keys,
    IAnswerStore store,
    PromptCacheMetrics metrics,
    IOptions<PromptCacheOptions> cache
) : DelegatingChatClient(inner)
{
    private readonly Flights _flights = new();

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var prompt = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        if (keys.Of(prompt, options) is not { } key)
        {
            metrics.Bypassed();
            return await InnerClient.GetResponseAsync(prompt, options, cancellationToken);
        }
        var goes = false;
        while (true)
        {
            // Joined before looking, so that nobody goes who has not seen what the one ahead kept.
            using var flight = _flights.Join(key);
            if (await FindAsync(key, cancellationToken) is { } kept)
            {
                metrics.Hit();
                return kept.ToChatResponse();
            }
            if (goes || flight.Ahead is null)
            {
                var response = await AskAsync(prompt, options, key, cancellationToken);
                flight.Succeed();
                return response;
            }
            // An answer that was not kept is no use to those behind, and neither is waiting again.
            goes = await flight.Ahead.WaitAsync(cancellationToken);
        }
    }

    // Streams of the same prompt don't wait for one another: a first token now is worth more than a
    // call saved.
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var prompt = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var key = keys.Of(prompt, options);
        if (key is not null && await FindAsync(key, cancellationToken) is { } kept)
        {
            metrics.Hit();
            foreach (var update in kept)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return update;
            }
            yield break;
        }
        var written = key is null ? null : new WrittenAnswer(cache.Value.MaxAnswerBytes);
        Count(missed: key is not null);
        await foreach (
            var update in InnerClient.GetStreamingResponseAsync(prompt, options, cancellationToken)
        )
        {
            written?.Add(update);
            yield return update;
        }
        if (written is not null)
        {
            await KeepAsync(key!, written);
        }
    }

    private async Task<ChatResponse> AskAsync(
        IReadOnlyList<ChatMessage> prompt,
        ChatOptions? options,
        string key,
        CancellationToken cancellationToken
    )
    {
        metrics.Missed();
        var response = await InnerClient.GetResponseAsync(prompt, options, cancellationToken);
        var written = new WrittenAnswer(cache.Value.MaxAnswerBytes);
        foreach (var update in response.ToChatResponseUpdates())
        {
            written.Add(update);
        }
        await KeepAsync(key, written);
        return response;
    }

    private async ValueTask<List<ChatResponseUpdate>?> FindAsync(
        string key,
        CancellationToken cancellationToken
    ) =>
        await store.FindAsync(key, cancellationToken) is { } bytes
            ? WrittenAnswer.Read(bytes)
            : null;

    private ValueTask KeepAsync(string key, WrittenAnswer written) =>
        written.Bytes is { } bytes ? store.KeepAsync(key, bytes) : ValueTask.CompletedTask;

    private void Count(bool missed)
    {
        if (missed)
        {
            metrics.Missed();
        }
        else
        {
            metrics.Bypassed();
        }
    }
}
