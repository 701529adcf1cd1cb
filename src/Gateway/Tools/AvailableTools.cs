using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>The names of the tools that this gateway, as it is set up, could offer.</summary>
internal sealed class AvailableTools(IOptions<HttpToolOptions> http)
{
    public IReadOnlyList<string> Names { get; } =
    [
        ClockTool.ToolName,
        CalculatorTool.ToolName,
        DocumentSearchTool.ToolName,
        .. http.Value.AllowedHosts.Length > 0 ? (string[])[HttpTool.ToolName] : [],
        DelegateTool.ToolName,
    ];
}
