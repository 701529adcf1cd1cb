using System.Text.Json.Nodes;

namespace GatewayBench;

/// <summary>The keys that an object of a bench file may have: readers and schema are made from the same ones.</summary>
internal sealed class BenchShape(params IReadOnlyList<BenchKey> keys)
{
    public IReadOnlyList<BenchKey> Keys => keys;

    public string Names => string.Join(", ", keys.Select(key => key.Name));

    public JsonObject Schema
    {
        get
        {
            var properties = new JsonObject();
            foreach (var key in keys)
            {
                var schema = key.Schema.DeepClone().AsObject();
                schema["description"] = key.Meaning;
                properties[key.Name] = schema;
            }
            var required = keys.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name);
            var shape = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["additionalProperties"] = false,
            };
            if (keys.Any(key => key.IsRequired))
            {
                shape["required"] = new JsonArray([.. required]);
            }
            return shape;
        }
    }

    /// <exception cref="BenchException">No object, or one with a key that is not of this shape, or without a required one.</exception>
    public BenchMap Read(BenchNode node)
    {
        var map = new BenchMap(node);
        foreach (var (key, value) in node.Entries($"an object with {Names}"))
        {
            if (!keys.Any(known => known.Name == key.Value))
            {
                throw Unknown(node, key.Start, value.Path, key.Value!);
            }
            map.Add(key.Value!, value);
        }
        return keys.FirstOrDefault(key => key.IsRequired && !map.Has(key)) is { } missing
            ? throw node.Failed(
                $"{(node.Path.Length == 0 ? "" : $"{node.Path}.")}{missing.Name} is missing; allowed: {Names}."
            )
            : map;
    }

    private BenchException Unknown(
        BenchNode node,
        in YamlDotNet.Core.Mark at,
        string path,
        string name
    )
    {
        var nearest = NearestName.Of(name, keys.Select(key => key.Name)) is { } meant
            ? $" Did you mean {meant}?"
            : "";
        return node.Source.At(at, $"{path} is unknown; allowed: {Names}.{nearest}");
    }
}
