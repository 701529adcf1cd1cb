using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>The tools that the agent offers to the model.</summary>
internal sealed class Toolbox
{
    public Toolbox(
        IEnumerable<AIFunction> tools,
        AvailableTools available,
        IOptions<AgentOptions> options
    )
    {
        var wanted = options.Value.Tools is { Length: > 0 } named ? named : available.Names;
        Offered = [.. tools.Where(tool => wanted.Contains(tool.Name))];
    }

    public IReadOnlyList<AIFunction> Offered { get; }
}
