using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>Section <c>Agent</c>: what the model may do before it answers.</summary>
internal sealed class AgentOptions
{
    public const string Section = "Agent";

    /// <summary>Whether the model is offered tools at all. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The names of the tools to offer. Default none: then all that are available.</summary>
    public string[] Tools { get; set; } = [];

    /// <summary>What the model is told ahead of every conversation. Default nothing.</summary>
    public string SystemPrompt { get; set; } = "";

    /// <summary>
    /// Calls of the model in one turn, 1 to 50. The last one is made without tools, so that it ends
    /// in an answer. Default 8.
    /// </summary>
    public int MaxSteps { get; set; } = 8;

    /// <summary>The same for each sub-agent, 1 to 50. Default 4.</summary>
    public int SubAgentMaxSteps { get; set; } = 4;

    /// <summary>Tool calls that one step may ask for, 1 to 100; further ones are refused. Default 16.</summary>
    public int MaxCallsPerStep { get; set; } = 16;

    /// <summary>Sub-agents that one turn may have, 1 to 100. Default 8.</summary>
    public int MaxSubAgents { get; set; } = 8;

    /// <summary>
    /// How many tool calls of one step, and how many sub-agents of one turn, run at the same time,
    /// 1 to 100. Default 4.
    /// </summary>
    public int MaxParallel { get; set; } = 4;

    /// <summary>
    /// Tokens after which a turn with its sub-agents gets no more tools, 1 to 100,000,000. What the
    /// provider does not count is not bounded. Default 200,000.
    /// </summary>
    public int MaxTokens { get; set; } = 200_000;

    /// <summary>Time for one call of a tool in seconds, 1 to 600. Default 30.</summary>
    public int ToolTimeoutSeconds { get; set; } = 30;

    /// <summary>Characters of a tool's result that the model is shown, 100 to 1,000,000. Default 16,000.</summary>
    public int MaxResultChars { get; set; } = 16_000;

    internal sealed class Validator(AvailableTools available) : IValidateOptions<AgentOptions>
    {
        public ValidateOptionsResult Validate(string? name, AgentOptions options)
        {
            var failures = new ValidateOptionsResultBuilder();
            foreach (var tool in options.Tools.Except(available.Names))
            {
                failures.Refuse(
                    Key(nameof(Tools)),
                    tool,
                    $"any of {string.Join(", ", available.Names)}"
                );
            }
            failures.RequireRange(Key(nameof(MaxSteps)), options.MaxSteps, 1, 50);
            failures.RequireRange(Key(nameof(SubAgentMaxSteps)), options.SubAgentMaxSteps, 1, 50);
            failures.RequireRange(Key(nameof(MaxCallsPerStep)), options.MaxCallsPerStep, 1, 100);
            failures.RequireRange(Key(nameof(MaxSubAgents)), options.MaxSubAgents, 1, 100);
            failures.RequireRange(Key(nameof(MaxParallel)), options.MaxParallel, 1, 100);
            failures.RequireRange(Key(nameof(MaxTokens)), options.MaxTokens, 1, 100_000_000);
            failures.RequireRange(
                Key(nameof(ToolTimeoutSeconds)),
                options.ToolTimeoutSeconds,
                1,
                600
            );
            failures.RequireRange(
                Key(nameof(MaxResultChars)),
                options.MaxResultChars,
                100,
                1_000_000
            );
            return failures.Build();
        }

        private static string Key(string property) => $"{Section}:{property}";
    }
}
