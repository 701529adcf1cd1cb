using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>The tools that the agent offers to the model.</summary>
internal sealed class Toolbox
{
    private readonly IDocumentSearch _search;
    private readonly IReadOnlyList<AIFunction> _all;
    private readonly IReadOnlyList<AIFunction> _withoutSearch;

    public Toolbox(
        IEnumerable<AIFunction> tools,
        AvailableTools available,
        IDocumentSearch search,
        IOptions<AgentOptions> options
    )
    {
        var wanted = options.Value.Tools is { Length: > 0 } named ? named : available.Names;
        _search = search;
        _all = [.. tools.Where(tool => wanted.Contains(tool.Name))];
        _withoutSearch = [.. _all.Where(tool => tool is not DocumentSearchTool)];
    }

    /// <summary>
    /// Documents only where there are some, and only to who could ask for them without the agent.
    /// </summary>
    /// <param name="asked">How the turn is asked for.</param>
    public IReadOnlyList<AIFunction> OfferedFor(ChatOptions? asked) =>
        asked is TurnOptions { MaySearch: true } && _search.HasDocuments ? _all : _withoutSearch;
}
