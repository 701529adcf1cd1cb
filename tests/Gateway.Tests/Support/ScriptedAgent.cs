using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Gateway.Tests;

/// <summary>An agent that answers in words of the test's choice, when the test lets it.</summary>
internal sealed class ScriptedAgent : IChatClient
{
    private readonly List<IReadOnlyList<string>> _asked = [];

    /// <summary>Runs before the answer, with what was asked.</summary>
    public Func<string, CancellationToken, Task> Thinking { get; init; } =
        static (_, _) => Task.CompletedTask;

    /// <summary>The pieces of the answer to a message.</summary>
    public Func<string, IReadOnlyList<string>> Words { get; init; } = static _ => ["Hel", "lo!"];

    /// <summary>Runs before each piece of a streamed answer, with its number from 0.</summary>
    public Func<int, CancellationToken, Task> Speaking { get; init; } =
        static (_, _) => Task.CompletedTask;

    /// <summary>What a streamed answer begins with.</summary>
    public IReadOnlyList<AIContent> Steps { get; init; } = [];

    /// <summary>The texts of the messages of every question so far, in their order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Asked
    {
        get
        {
            lock (_asked)
            {
                return [.. _asked];
            }
        }
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var last = Note(messages);
        await Thinking(last, cancellationToken);
        return new(new ChatMessage(ChatRole.Assistant, string.Concat(Words(last))))
        {
            ModelId = "scripted-1",
            Usage = new() { InputTokenCount = 12, OutputTokenCount = 5 },
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var last = Note(messages);
        await Thinking(last, cancellationToken);
        foreach (var step in Steps)
        {
            yield return new(ChatRole.Assistant, [step]);
        }
        var number = 0;
        foreach (var word in Words(last))
        {
            await Speaking(number++, cancellationToken);
            yield return new(ChatRole.Assistant, word) { ModelId = "scripted-1" };
        }
        yield return new(
            ChatRole.Assistant,
            [new UsageContent(new() { InputTokenCount = 12, OutputTokenCount = 5 })]
        );
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose() { }

    private string Note(IEnumerable<ChatMessage> messages)
    {
        lock (_asked)
        {
            _asked.Add([.. messages.Select(message => message.Text)]);
            return _asked[^1][^1];
        }
    }
}
