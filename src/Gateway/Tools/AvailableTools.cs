using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>The names of the tools that this gateway, as it is set up, could offer.</summary>
internal sealed class AvailableTools(
    IServiceProviderIsService services,
    IOptions<HttpToolOptions> http
)
{
    public IReadOnlyList<string> Names { get; } =
    [
        ClockTool.ToolName,
        CalculatorTool.ToolName,
        .. services.IsService(typeof(IDocumentSearch)) ? [DocumentSearchTool.ToolName] : Nothing,
        .. http.Value.AllowedHosts.Length > 0 ? [HttpTool.ToolName] : Nothing,
        DelegateTool.ToolName,
    ];

    private static string[] Nothing => [];
}
