using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Asks the model until it answers, and runs the tools that it calls in between.</summary>
internal sealed class AgentRunner(ToolCaller caller)
{
    /// <exception cref="ProviderException">
    /// The provider failed, or the model called tools where it was offered none.
    /// </exception>
    public async Task<ChatResponse> RunAsync(AgentTurn turn, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = await turn.Model.GetResponseAsync(
                turn.Messages,
                turn.BeginStep(),
                cancellationToken
            );
            turn.Budget.Spend(response.Usage);
            List<FunctionCallContent> calls =
            [
                .. response
                    .Messages.SelectMany(message => message.Contents)
                    .OfType<FunctionCallContent>(),
            ];
            if (calls.Count == 0)
            {
                return turn.End(response);
            }
            await caller.AnswerAsync(turn, response.Messages, calls, cancellationToken);
        }
    }
}
