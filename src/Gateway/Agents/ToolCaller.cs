using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Runs the tools that a model calls. What goes wrong becomes a result that says so, for the model
/// to do better: only the caller's leaving ends a turn.
/// </summary>
internal sealed partial class ToolCaller(
    AgentMetrics metrics,
    TimeProvider clock,
    IOptions<AgentOptions> options,
    ILogger<ToolCaller> log
)
{
    private readonly AgentOptions _limits = options.Value;

    /// <summary>
    /// Makes all calls of a step, some at the same time, and adds the step to the turn. The results
    /// are in the order of the calls.
    /// </summary>
    /// <exception cref="ProviderException">No tools were offered.</exception>
    public async Task<ChatMessage> AnswerAsync(
        AgentTurn turn,
        IEnumerable<ChatMessage> said,
        IReadOnlyList<FunctionCallContent> calls,
        CancellationToken cancellationToken
    )
    {
        if (!turn.OffersTools)
        {
            throw new ProviderException(ProviderFailure.InvalidAnswer);
        }
        var results = new AIContent[calls.Count];
        await Parallel.ForAsync(
            0,
            calls.Count,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = _limits.MaxParallel,
                CancellationToken = cancellationToken,
            },
            async (index, either) =>
                results[index] = await AnswerAsync(turn, calls[index], index, either)
        );
        var message = new ChatMessage(ChatRole.Tool, results);
        turn.Add(said, message);
        return message;
    }

    private async Task<FunctionResultContent> AnswerAsync(
        AgentTurn turn,
        FunctionCallContent call,
        int index,
        CancellationToken cancellationToken
    )
    {
        var tool = turn.Tools.FirstOrDefault(offered => offered.Name == call.Name);
        var started = clock.GetTimestamp();
        var error = AgentMetrics.Cancelled;
        try
        {
            var result = await RunAsync(turn, call, tool, index, cancellationToken);
            error = null;
            return new(call.CallId, Shorten(result));
        }
        catch (ToolException e)
        {
            error = e.ErrorType;
            return Failed(call, e);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            error = ToolException.Failed;
            // An exception's message may quote what the tool was working on.
            LogFailure(call.Name, e.GetType().Name);
            return Failed(call, new ToolException("the tool failed.", ToolException.Failed));
        }
        finally
        {
            metrics.ToolCalled(tool?.Name, clock.GetElapsedTime(started), error);
        }
    }

    private FunctionResultContent Failed(FunctionCallContent call, ToolException failure) =>
        new(call.CallId, $"Error: {Shorten(failure.Message)}") { Exception = failure };

    private async Task<string> RunAsync(
        AgentTurn turn,
        FunctionCallContent call,
        AIFunction? tool,
        int index,
        CancellationToken cancellationToken
    )
    {
        if (index >= _limits.MaxCallsPerStep)
        {
            throw new ToolException(
                $"this is call {index + 1}: allowed are {_limits.MaxCallsPerStep} at once."
            );
        }
        if (tool is null)
        {
            throw new ToolException(
                $"there is no tool '{Quoted.Truncate(call.Name)}': allowed are "
                    + $"{string.Join(", ", turn.Tools.Select(offered => offered.Name))}.",
                ToolException.UnknownTool
            );
        }
        if (call.Exception is not null)
        {
            throw new ToolException("the arguments are no JSON object.");
        }
        var arguments = new AIFunctionArguments(call.Arguments)
        {
            Context = new Dictionary<object, object?> { [typeof(AgentTurn)] = turn },
        };
        var result =
            tool is DelegateTool
                // Each step of a sub-agent has time limits of its own.
                ? await tool.InvokeAsync(arguments, cancellationToken)
                : await RunInTimeAsync(tool, arguments, cancellationToken);
        return result as string ?? JsonSerializer.Serialize(result, JsonSerializerOptions.Web);
    }

    private async Task<object?> RunInTimeAsync(
        AIFunction tool,
        AIFunctionArguments arguments,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(
            TimeSpan.FromSeconds(_limits.ToolTimeoutSeconds),
            clock
        );
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            timeout.Token,
            cancellationToken
        );
        try
        {
            // Waits no longer for a tool that takes no notice of its token.
            return await tool.InvokeAsync(arguments, either.Token).AsTask().WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
            when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ToolException(
                $"the tool did not answer within {_limits.ToolTimeoutSeconds} s.",
                ToolException.TimedOut
            );
        }
    }

    private string Shorten(string text) => ToolResult.Shorten(text, _limits.MaxResultChars);

    [LoggerMessage(LogLevel.Warning, "Tool {Tool} failed: {Failure}")]
    private partial void LogFailure(string tool, string failure);
}
