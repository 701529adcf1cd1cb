using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace Gateway;

/// <summary>
/// Reads what the SDK has asked for event by event, so that chunks of plain text need not become
/// objects of the SDK first.
/// </summary>
internal static class SdkStream
{
    /// <summary>
    /// Sends the request. It is apart from the reading so that the request, which is the whole
    /// conversation, is not held for as long as the answer lasts.
    /// </summary>
    /// <returns>The response, of which nothing has been read.</returns>
    public static async Task<PipelineResponse> OpenAsync(
        AsyncCollectionResult<Sdk.StreamingChatCompletionUpdate> completion
    )
    {
        // One page is all there is.
        await using var pages = completion.GetRawPagesAsync().GetAsyncEnumerator();
        return await pages.MoveNextAsync()
            ? pages.Current.GetRawResponse()
            : throw new ProviderException(ProviderFailure.InvalidAnswer);
    }

    /// <returns>One update for each chunk, as it arrives.</returns>
    public static async IAsyncEnumerable<ChatResponseUpdate> ReadAsync(
        Task<PipelineResponse> opening,
        StreamedAnswer answer,
        [EnumeratorCancellation] CancellationToken end
    )
    {
        using var response = await opening;
        var events = SseParser.Create(
            response.ContentStream!,
            (_, data) => data.SequenceEqual("[DONE]"u8) ? null : answer.Read(data)
        );
        await foreach (var next in events.EnumerateAsync(end))
        {
            if (next.Data is not { } update)
            {
                yield break;
            }
            yield return update;
        }
    }
}
