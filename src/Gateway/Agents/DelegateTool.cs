using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Lets the model hand tasks to sub-agents, which work side by side.</summary>
internal sealed class DelegateTool(SubAgents subAgents, IOptions<AgentOptions> options) : AIFunction
{
    public const string ToolName = "delegate";

    private const int MaxTaskChars = 10_000;

    private readonly int _maxTasks = options.Value.MaxSubAgents;

    public override string Name => ToolName;

    public override string Description =>
        "Has independent tasks done side by side, each by an agent that sees nothing but its task.";

    public override JsonElement JsonSchema { get; } =
        ToolSchema.Of(
            $$"""
            {
              "type": "object",
              "properties": {
                "tasks": {
                  "type": "array",
                  "items": { "type": "string" },
                  "minItems": 1,
                  "maxItems": {{options.Value.MaxSubAgents}}
                }
              },
              "required": ["tasks"]
            }
            """
        );

    protected override async ValueTask<object?> InvokeCoreAsync(
        AIFunctionArguments arguments,
        CancellationToken cancellationToken
    )
    {
        var turn = (AgentTurn)arguments.Context![typeof(AgentTurn)]!;
        var tasks = arguments.Texts("tasks", _maxTasks, MaxTaskChars);
        var answers = await subAgents.RunAsync(turn, tasks, cancellationToken);
        return JsonSerializer.Serialize(answers, ToolJsonContext.Plain.IReadOnlyListSubAgentAnswer);
    }
}
