using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Offers the gateway's tools to the model and runs those that it calls, until it answers. A caller
/// who brings tools of his own runs them himself: then everything passes as it is.
/// </summary>
/// <remarks>
/// An answer holds what led to it: the calls as <see cref="FunctionCallContent"/> and their results
/// as messages of <see cref="ChatRole.Tool"/>, streamed ones too; a result that tells of a failure
/// has a <see cref="ToolException"/> as its exception. Its usage is that of all steps and
/// sub-agents together, in a stream as one <see cref="UsageContent"/> at the end.
/// </remarks>
internal sealed class AgentLoop(
    IChatClient model,
    Toolbox tools,
    AgentRunner runner,
    ToolCaller caller,
    AgentMetrics metrics,
    IOptions<AgentOptions> options
) : DelegatingChatClient(model)
{
    private readonly AgentOptions _limits = options.Value;

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var asked = WithSystemPrompt(messages);
        var offered = OfferedFor(options);
        if (offered.Count == 0)
        {
            return await base.GetResponseAsync(asked, options, cancellationToken);
        }
        using var budget = new AgentBudget(_limits);
        var turn = new AgentTurn(InnerClient, asked, options, offered, _limits.MaxSteps, budget);
        using var measured = metrics.Measure(AgentMetrics.MainAgent, turn, cancellationToken);
        var response = await runner.RunAsync(turn, cancellationToken);
        measured.Succeed();
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        var asked = WithSystemPrompt(messages);
        var offered = OfferedFor(options);
        if (offered.Count == 0)
        {
            var begun = false;
            await foreach (
                var update in base.GetStreamingResponseAsync(asked, options, cancellationToken)
            )
            {
                if (!begun)
                {
                    TurnMessage.Rest(asked);
                    begun = true;
                }
                yield return update;
            }
            yield break;
        }
        using var budget = new AgentBudget(_limits);
        var turn = new AgentTurn(InnerClient, asked, options, offered, _limits.MaxSteps, budget);
        using var measured = metrics.Measure(AgentMetrics.MainAgent, turn, cancellationToken);
        while (true)
        {
            var step = new AgentStep();
            await foreach (
                var update in base.GetStreamingResponseAsync(
                    turn.Messages,
                    turn.BeginStep(),
                    cancellationToken
                )
            )
            {
                turn.Rest();
                if (step.Take(update) is { } shown)
                {
                    yield return shown;
                }
            }
            budget.Spend(step.Usage);
            if (step.Calls.Count == 0)
            {
                measured.Succeed();
                if (budget.Usage is { } usage)
                {
                    yield return Follow(step.Last, ChatRole.Assistant, [new UsageContent(usage)]);
                }
                yield break;
            }
            turn.Wake();
            var results = await caller.AnswerAsync(
                turn,
                [step.ToMessage()],
                step.Calls,
                cancellationToken
            );
            yield return Follow(null, ChatRole.Tool, results.Contents);
        }
    }

    private IReadOnlyList<AIFunction> OfferedFor(ChatOptions? options) =>
        options is { Tools.Count: > 0 } or { ToolMode: NoneChatToolMode }
            ? []
            : tools.OfferedFor(options);

    private List<ChatMessage> WithSystemPrompt(IEnumerable<ChatMessage> messages) =>
        _limits.SystemPrompt is ""
            ? [.. messages]
            : [new(ChatRole.System, _limits.SystemPrompt), .. messages];

    private static ChatResponseUpdate Follow(
        ChatResponseUpdate? last,
        ChatRole role,
        IList<AIContent> contents
    ) =>
        new(role, contents)
        {
            ResponseId = last?.ResponseId,
            MessageId = last?.MessageId,
            ModelId = last?.ModelId,
            CreatedAt = last?.CreatedAt,
        };
}
