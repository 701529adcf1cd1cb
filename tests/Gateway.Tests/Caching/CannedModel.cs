using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Gateway.Tests;

/// <summary>A model that numbers its answers, so that a repeated one shows.</summary>
internal sealed class CannedModel : IChatClient
{
    private int _calls;

    public int Calls => Volatile.Read(ref _calls);

    public ChatFinishReason? Finish { get; set; } = ChatFinishReason.Stop;

    public Exception? Failure { get; set; }

    /// <summary>So many calls fail at first.</summary>
    public int FailingCalls { get; set; }

    /// <summary>A tool call that ends each answer.</summary>
    public FunctionCallContent? ToolCall { get; set; }

    /// <summary>What an answer waits for.</summary>
    public Task Released { get; set; } = Task.CompletedTask;

    /// <summary>The pieces of an answer, given its number.</summary>
    public Func<int, string[]> Pieces { get; set; } = call => ["answer ", $"{call}"];

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    ) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken)
            .ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var call = Interlocked.Increment(ref _calls);
        await Released.WaitAsync(cancellationToken);
        foreach (var piece in Pieces(call))
        {
            yield return new(ChatRole.Assistant, piece) { ResponseId = $"r{call}", ModelId = "m" };
        }
        if (call <= FailingCalls)
        {
            throw new ProviderException(ProviderFailure.ErrorStatus, 500);
        }
        if (Failure is not null)
        {
            throw Failure;
        }
        if (ToolCall is not null)
        {
            yield return new(ChatRole.Assistant, [ToolCall]);
        }
        yield return new()
        {
            Role = ChatRole.Assistant,
            FinishReason = Finish,
            Contents = [new UsageContent(new() { InputTokenCount = 3, OutputTokenCount = call })],
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }
}
