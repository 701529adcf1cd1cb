using System.ClientModel;
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
    /// <returns>One update for each chunk, as it arrives.</returns>
    public static async IAsyncEnumerable<ChatResponseUpdate> ReadAsync(
        AsyncCollectionResult<Sdk.StreamingChatCompletionUpdate> completion,
        StreamedAnswer answer,
        [EnumeratorCancellation] CancellationToken end
    )
    {
        // One page: the response, of which nothing has been read.
        await foreach (var page in completion.GetRawPagesAsync())
        {
            using var response = page.GetRawResponse();
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
}
