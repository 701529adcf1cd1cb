using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>A function that the caller will run itself: the model is told of it, and nobody calls it here.</summary>
internal sealed class CallerTool(string name, string description, JsonElement schema, bool? strict)
    : AIFunctionDeclaration
{
    public override string Name => name;

    public override string Description => description;

    public override JsonElement JsonSchema => schema;

    public override IReadOnlyDictionary<string, object?> AdditionalProperties { get; } =
        strict is null
            ? new Dictionary<string, object?>()
            : new Dictionary<string, object?> { [ChatOptionKeys.Strict.Name] = strict };
}
