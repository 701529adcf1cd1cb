using System.Text.Json;
using System.Text.Json.Nodes;

namespace GatewayBench;

/// <summary>The JSON Schema of bench files, made from the keys that they are read by.</summary>
internal static class BenchSchema
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>As <c>docs/bench.schema.json</c> holds it.</summary>
    public static string Text()
    {
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "GatewayBench bench file",
        };
        foreach (var (name, value) in BenchKeys.Shape.Schema)
        {
            schema[name] = value!.DeepClone();
        }
        return $"{schema.ToJsonString(Indented)}\n";
    }
}
