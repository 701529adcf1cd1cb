using System.ClientModel.Primitives;
using System.Text;
using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace Gateway;

/// <summary>Reads one stream: each chunk becomes one update, there and then.</summary>
internal sealed class StreamedAnswer
{
    private ToolCallAssembly? _calls;
    private StringBuilder? _refusal;
    private ChunkHead _head;

    public bool HasBegun { get; private set; }

    /// <summary>Whether the model has said why it stopped: what ends before that was cut.</summary>
    public bool IsFinished { get; private set; }

    /// <param name="chunk">An event's data.</param>
    /// <exception cref="ProviderException">It is an error, or no chunk of a completion.</exception>
    /// <exception cref="Exception">Whatever the SDK trips over in a chunk that it can't read.</exception>
    public ChatResponseUpdate Read(ReadOnlySpan<byte> chunk)
    {
        if (!HasBegun || TextChunk.TryRead(chunk, _head) is not { } text)
        {
            var read = ModelReaderWriter.Read<Sdk.StreamingChatCompletionUpdate>(
                BinaryData.FromBytes(chunk.ToArray())
            );
            return Read(read ?? throw new ProviderException(ProviderFailure.InvalidAnswer));
        }
        var update = NewUpdate();
        // Room for one: a list that grows takes four.
        update.Contents = [new TextContent(text)];
        return update;
    }

    private ChatResponseUpdate Read(Sdk.StreamingChatCompletionUpdate chunk)
    {
        if (chunk.CompletionId is null)
        {
            throw new ProviderException(
                IsError(chunk) ? ProviderFailure.StreamFailed : ProviderFailure.InvalidAnswer
            );
        }
        HasBegun = true;
        _head = new(chunk.CompletionId, chunk.Model, chunk.CreatedAt);
        var update = NewUpdate();
        update.Role = chunk.Role is null ? null : ChatRole.Assistant;
        foreach (var part in chunk.ContentUpdate)
        {
            update.Contents.Add(new TextContent(part.Text));
        }
        if (chunk.RefusalUpdate is { } refusal)
        {
            (_refusal ??= new()).Append(refusal);
        }
        ReadToolCalls(chunk, update);
        ReadEnd(chunk, update);
        return update;
    }

    private ChatResponseUpdate NewUpdate() =>
        new()
        {
            ResponseId = _head.Id,
            MessageId = _head.Id,
            ModelId = _head.Model,
            CreatedAt = _head.CreatedAt,
        };

    private void ReadToolCalls(Sdk.StreamingChatCompletionUpdate chunk, ChatResponseUpdate update)
    {
        if (chunk.ToolCallUpdates.Count == 0)
        {
            return;
        }
        List<ToolCallFragment> fragments =
        [
            .. chunk.ToolCallUpdates.Select(part => new ToolCallFragment(
                part.Index,
                part.ToolCallId,
                part.FunctionName,
                part.FunctionArgumentsUpdate?.ToString() ?? ""
            )),
        ];
        update.RawRepresentation = fragments;
        fragments.ForEach((_calls ??= new()).Add);
    }

    private void ReadEnd(Sdk.StreamingChatCompletionUpdate chunk, ChatResponseUpdate update)
    {
        if (chunk.FinishReason is { } reason)
        {
            IsFinished = true;
            update.FinishReason = SdkAnswers.From(reason);
            foreach (var call in _calls?.Finish() ?? [])
            {
                update.Contents.Add(call);
            }
            _calls = null;
            if (_refusal is not null)
            {
                update.Contents.Add(SdkAnswers.Refused(_refusal.ToString()));
                _refusal = null;
            }
        }
        if (chunk.Usage is { } usage)
        {
            update.Contents.Add(new UsageContent(SdkAnswers.From(usage)));
        }
    }

#pragma warning disable SCME0001 // Experimental, and the one way to see what the SDK has no property for.
    private static bool IsError(Sdk.StreamingChatCompletionUpdate chunk) =>
        chunk.Patch.Contains("$.error"u8);
#pragma warning restore SCME0001
}
