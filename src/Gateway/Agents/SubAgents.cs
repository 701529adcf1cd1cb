using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Runs sub-agents for a turn: each with a conversation and a number of steps of its own, out of the
/// turn's budget, and without sub-agents.
/// </summary>
internal sealed partial class SubAgents(
    AgentRunner runner,
    AgentMetrics metrics,
    IOptions<AgentOptions> options,
    ILogger<SubAgents> log
)
{
    private readonly AgentOptions _limits = options.Value;

    /// <summary>
    /// One answer for each task, in their order. A sub-agent that fails has its failure for an
    /// answer; when the caller leaves, all end, and only then does this.
    /// </summary>
    public async Task<IReadOnlyList<SubAgentAnswer>> RunAsync(
        AgentTurn parent,
        IReadOnlyList<string> tasks,
        CancellationToken cancellationToken
    )
    {
        parent.Budget.TakeSubAgents(tasks.Count);
        var maxChars = _limits.MaxResultChars / tasks.Count;
        return await Task.WhenAll(
            tasks.Select(async task =>
            {
                await parent.Budget.Places.WaitAsync(cancellationToken);
                try
                {
                    // The place may have come free because all are leaving.
                    cancellationToken.ThrowIfCancellationRequested();
                    return await AnswerAsync(parent, task, maxChars, cancellationToken);
                }
                finally
                {
                    parent.Budget.Places.Release();
                }
            })
        );
    }

    private async Task<SubAgentAnswer> AnswerAsync(
        AgentTurn parent,
        string task,
        int maxChars,
        CancellationToken cancellationToken
    )
    {
        // Tells the answers apart; the model knows the whole task.
        var shown = Quoted.Truncate(task);
        try
        {
            var response = await RunAsync(parent, task, cancellationToken);
            return new(shown, ToolResult.Shorten(response.Text, maxChars), null);
        }
        catch (ProviderException e)
        {
            return new(shown, null, e.Message);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailure(e.GetType().Name);
            return new(shown, null, "The agent failed.");
        }
    }

    private async Task<ChatResponse> RunAsync(
        AgentTurn parent,
        string task,
        CancellationToken cancellationToken
    )
    {
        var turn = new AgentTurn(
            parent.Model,
            [.. SystemPrompt, new(ChatRole.User, task)],
            OptionsFor(parent),
            [.. parent.Tools.Where(tool => tool is not DelegateTool)],
            _limits.SubAgentMaxSteps,
            parent.Budget
        );
        using var measured = metrics.Measure(AgentMetrics.SubAgent, turn, cancellationToken);
        var response = await runner.RunAsync(turn, cancellationToken);
        measured.Succeed();
        return response;
    }

    // What the caller demands of the answer's form is not about its parts.
    private static ChatOptions? OptionsFor(AgentTurn parent)
    {
        var options = parent.Options?.Clone();
        if (options is not null)
        {
            options.ToolMode = null;
            options.ResponseFormat = null;
            options.StopSequences = null;
        }
        return options;
    }

    private ChatMessage[] SystemPrompt =>
        _limits.SystemPrompt is "" ? [] : [new(ChatRole.System, _limits.SystemPrompt)];

    [LoggerMessage(LogLevel.Warning, "A sub-agent failed: {Failure}")]
    private partial void LogFailure(string failure);
}
