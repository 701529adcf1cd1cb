using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using Sdk = OpenAI.Chat;

namespace Gateway;

/// <summary>
/// An <see cref="IChatClient"/> over OpenAI's SDK, with one key: one attempt a call, within the times
/// of <see cref="ProviderOptions"/>. Everything that goes wrong at the provider comes out as a
/// <see cref="ProviderException"/>; what it could not be sent is refused with a
/// <see cref="NotSupportedException"/>.
/// </summary>
internal sealed class OpenAIChatClient(
    OpenAIClient sdk,
    ProviderOptions options,
    TimeProvider clock
) : IChatClient
{
    private readonly Sdk.ChatClient _usual = sdk.GetChatClient(options.Model);
    private readonly TimeSpan _attempt = TimeSpan.FromSeconds(options.TimeoutSeconds);
    private readonly TimeSpan _idle = TimeSpan.FromSeconds(options.StreamIdleSeconds);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var sent = SdkMessages.From(messages, options?.Instructions);
        var how = SdkOptions.From(options);
        using var patience = new Patience(_attempt, clock, cancellationToken);
        try
        {
            return SdkAnswers.From(
                await ModelOf(options).CompleteChatAsync(sent, how, patience.Token)
            );
        }
        catch (Exception e)
        {
            throw patience.Explain(e, ProviderFailure.TimedOut);
        }
    }

    /// <summary>
    /// One update for each of the provider's chunks, as it arrives. Tool calls come whole with the
    /// finish reason, and piece by piece before that (<see cref="ToolCallFragment"/>); usage last.
    /// </summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var sent = SdkMessages.From(messages, options?.Instructions);
        var how = SdkOptions.From(options);
        using var patience = new Patience(_attempt, clock, cancellationToken);
        var answer = new StreamedAnswer();
        await using var updates = SdkStream
            .ReadAsync(
                SdkStream.OpenAsync(
                    ModelOf(options).CompleteChatStreamingAsync(sent, how, patience.Token)
                ),
                answer,
                patience.Token
            )
            .GetAsyncEnumerator(patience.Token);
        while (await ReadAsync(updates, answer, patience))
        {
            yield return updates.Current;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() { }

    private Sdk.ChatClient ModelOf(ChatOptions? options) =>
        options?.ModelId is { } model ? sdk.GetChatClient(model) : _usual;

    /// <returns>False at the end of a whole answer.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReadAsync(
        IAsyncEnumerator<ChatResponseUpdate> updates,
        StreamedAnswer answer,
        Patience patience
    )
    {
        try
        {
            var next = updates.MoveNextAsync();
            if (answer.HasBegun && !next.IsCompleted)
            {
                patience.WaitFor(_idle);
            }
            if (await next)
            {
                // A caller that is slow to read must not count as a provider that is silent.
                patience.Rest();
                return true;
            }
        }
        catch (Exception e)
        {
            throw Explain(e, answer, patience);
        }
        return answer switch
        {
            { IsFinished: true } => false,
            { HasBegun: true } => throw new ProviderException(ProviderFailure.StreamCut),
            _ => throw new ProviderException(ProviderFailure.InvalidAnswer),
        };
    }

    private static ProviderException Explain(Exception e, StreamedAnswer answer, Patience patience)
    {
        if (!answer.HasBegun)
        {
            return patience.Explain(e, ProviderFailure.TimedOut);
        }
        var failure = patience.Explain(e, ProviderFailure.StreamStalled);
        return failure.Failure is ProviderFailure.ConnectionCut
            ? new ProviderException(ProviderFailure.StreamCut)
            : failure;
    }
}
