using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Looks documents up for the model.</summary>
internal sealed class DocumentSearchTool(IDocumentSearch search) : AIFunction
{
    public const string ToolName = "search_documents";

    private const int MaxQueryChars = 1_000;
    private const int DefaultCount = 5;
    private const int MaxCount = 20;

    public override string Name => ToolName;

    public override string Description => "Finds documents of the knowledge base, best first.";

    public override JsonElement JsonSchema { get; } =
        ToolSchema.Of(
            $$"""
            {
              "type": "object",
              "properties": {
                "query": { "type": "string" },
                "count": { "type": "integer", "minimum": 1, "maximum": {{MaxCount}} }
              },
              "required": ["query"]
            }
            """
        );

    protected override async ValueTask<object?> InvokeCoreAsync(
        AIFunctionArguments arguments,
        CancellationToken cancellationToken
    )
    {
        var query = arguments.Text("query", MaxQueryChars);
        var count = arguments.WholeNumber("count", DefaultCount, 1, MaxCount);
        var found = await search.SearchAsync(query, count, cancellationToken);
        return found.Count == 0
            ? "No document fits."
            : JsonSerializer.Serialize(found, ToolJsonContext.Plain.IReadOnlyListFoundDocument);
    }
}
