using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Sends one answer chunk by chunk, as the provider sends it, in OpenAI's form.</summary>
internal sealed class CompletionStream(EventStream stream, CompletionHead head, bool includeUsage)
{
    private static readonly byte[] Done = "[DONE]"u8.ToArray();

    private readonly CompletionPieces _pieces = new();
    private readonly AnswerTally _tally = new();
    private CompletionHead _head = head;

    public async Task SendAsync(IAsyncEnumerable<ChatResponseUpdate> updates)
    {
        await foreach (var update in updates)
        {
            _head = _head.Heed(update);
            _tally.Add(update);
            if (!stream.HasStarted)
            {
                await SendAsync(CompletionPieces.Role(update));
            }
            foreach (var piece in _pieces.Of(update))
            {
                await SendAsync(piece);
            }
        }
        if (!stream.HasStarted)
        {
            await SendAsync(CompletionPieces.Role(null));
        }
        await EndAsync();
    }

    /// <summary>Tells of a failure in the midst of the answer; nothing comes after it.</summary>
    public ValueTask FailAsync(TurnFailure failure) =>
        stream.SendAsync(
            null,
            JsonSerializer.SerializeToUtf8Bytes(
                new OpenAiErrorBody(OpenAiError.From(failure.ToProblem().ProblemDetails)),
                GatewayJsonContext.Relaxed.OpenAiErrorBody
            )
        );

    private async Task EndAsync()
    {
        var reason = _tally.FinishReason ?? ChatFinishReason.Stop;
        await SendAsync(new CompletionChunk.ChunkChoice(new(), reason.Value));
        if (includeUsage)
        {
            await SendAsync([], CompletionUsage.From(_tally.Usage));
        }
        await stream.SendAsync(null, Done);
    }

    private ValueTask SendAsync(CompletionChunk.Delta piece) =>
        SendAsync(new CompletionChunk.ChunkChoice(piece, null));

    private ValueTask SendAsync(CompletionChunk.ChunkChoice choice) => SendAsync([choice], null);

    private ValueTask SendAsync(CompletionChunk.ChunkChoice[] choices, CompletionUsage? usage) =>
        stream.SendAsync(
            null,
            includeUsage
                ? JsonSerializer.SerializeToUtf8Bytes(
                    new CountedChunk(_head.Id, _head.Created, _head.Model, choices, usage),
                    GatewayJsonContext.Relaxed.CountedChunk
                )
                : JsonSerializer.SerializeToUtf8Bytes(
                    new CompletionChunk(_head.Id, _head.Created, _head.Model, choices),
                    GatewayJsonContext.Relaxed.CompletionChunk
                )
        );
}
