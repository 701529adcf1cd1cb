using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Redacts or blocks what must not leave in an answer. It looks at text, refusals included. Other
/// content, such as calls of tools and their results, is left out, because nobody has looked at it;
/// only calls of tools that the caller brought are passed on, since he has to run them.
/// </summary>
/// <remarks>
/// Each message is a text of its own. What a stream delays is said at <see cref="TextGuard"/>.
/// </remarks>
internal sealed class GuardrailChatClient : DelegatingChatClient
{
    private readonly IReadOnlyList<GuardrailRule> _rules;
    private readonly GuardrailMetrics _metrics;
    private readonly GuardrailOptions _options;

    public GuardrailChatClient(
        IChatClient inner,
        IOptions<GuardrailOptions> options,
        GuardrailMetrics metrics
    )
        : base(inner)
    {
        _options = options.Value;
        _rules = _options.CreateRules();
        _metrics = metrics;
    }

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var response = await base.GetResponseAsync(messages, options, cancellationToken);
        var guard = NewGuard(options);
        var guarded = response
            .Messages.Select(guard.Guard)
            .Where(message => message.Contents.Count > 0)
            .ToList();
        return new(guard.IsBlocked ? [new(ChatRole.Assistant, _options.BlockedText)] : guarded)
        {
            ResponseId = response.ResponseId,
            ConversationId = response.ConversationId,
            ModelId = response.ModelId,
            CreatedAt = response.CreatedAt,
            FinishReason = guard.IsBlocked ? ChatFinishReason.ContentFilter : response.FinishReason,
            Usage = response.Usage,
            AdditionalProperties = response.AdditionalProperties,
        };
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var guard = NewGuard(options);
        await foreach (
            var update in base.GetStreamingResponseAsync(messages, options, cancellationToken)
        )
        {
            if (guard.EndBefore(update) is { } tail)
            {
                yield return tail;
            }
            if (guard.Guard(update) is { } shown)
            {
                yield return shown;
            }
            if (guard.IsBlocked)
            {
                yield return guard.Blocked(_options.BlockedText);
                yield break;
            }
        }
        if (guard.End() is { } rest)
        {
            yield return rest;
        }
        if (guard.IsBlocked)
        {
            yield return guard.Blocked(_options.BlockedText);
        }
    }

    private AnswerGuard NewGuard(ChatOptions? options) =>
        new(
            new TextGuard(_rules, _options.Action == GuardrailOptions.Block, _metrics),
            passesCalls: options is { Tools.Count: > 0 }
        );
}
