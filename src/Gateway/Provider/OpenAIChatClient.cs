using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Sdk = OpenAI.Chat;

namespace Gateway;

/// <summary>
/// An <see cref="IChatClient"/> over OpenAI's SDK: text in, text out, within
/// <see cref="ProviderOptions.TimeoutSeconds"/>. Everything that goes wrong at the provider comes out
/// as a <see cref="ProviderException"/>.
/// </summary>
internal sealed class OpenAIChatClient(
    Sdk.ChatClient sdk,
    IOptions<ProviderOptions> options,
    TimeProvider clock
) : IChatClient
{
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        if (options is not null)
        {
            throw new NotSupportedException("Chat options are not passed on to the provider.");
        }
        using var timeout = new CancellationTokenSource(_timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            timeout.Token,
            cancellationToken
        );
        var sent = messages.Select(ToSdk).ToList();
        try
        {
            return FromSdk(await sdk.CompleteChatAsync(sent, null, either.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ProviderException(ProviderFailure.TimedOut);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A transport may tell of an end that we asked for as a broken connection.
            cancellationToken.ThrowIfCancellationRequested();
            if (timeout.IsCancellationRequested)
            {
                throw new ProviderException(ProviderFailure.TimedOut);
            }
            throw SdkFailure.Translate(e, clock.GetUtcNow());
        }
    }

    /// <summary>The whole answer in one update: the gateway doesn't stream.</summary>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() { }

    private static Sdk.ChatMessage ToSdk(ChatMessage message) =>
        message.Role.Value switch
        {
            "user" => new Sdk.UserChatMessage(message.Text),
            "assistant" => new Sdk.AssistantChatMessage(message.Text),
            "system" => new Sdk.SystemChatMessage(message.Text),
            var role => throw new NotSupportedException($"Messages of role '{role}' are not sent."),
        };

    private static ChatResponse FromSdk(Sdk.ChatCompletion completion) =>
        new(
            new ChatMessage(
                ChatRole.Assistant,
                string.Concat(completion.Content.Select(part => part.Text))
            )
        )
        {
            ResponseId = completion.Id,
            ModelId = completion.Model,
            CreatedAt = completion.CreatedAt,
            FinishReason =
                completion.FinishReason is Sdk.ChatFinishReason.Stop ? ChatFinishReason.Stop : null,
            Usage = completion.Usage is { } usage
                ? new UsageDetails
                {
                    InputTokenCount = usage.InputTokenCount,
                    OutputTokenCount = usage.OutputTokenCount,
                    TotalTokenCount = usage.TotalTokenCount,
                }
                : null,
        };
}
