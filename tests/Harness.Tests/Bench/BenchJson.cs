using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace GatewayBench.Tests.Bench;

/// <summary>The JSON that a bench file of YAML is, with what is filled in at run time left as text.</summary>
internal static class BenchJson
{
    public static JsonNode Of(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(
            new StringReader(
                yaml.Replace("{{", "((", StringComparison.Ordinal)
                    .Replace("${", "$(", StringComparison.Ordinal)
            )
        );
        var node = new BenchNode(
            new BenchSource("x", "/", _ => null),
            stream.Documents[0].RootNode,
            ""
        );
        return JsonNode.Parse(JsonTemplate.Read(node, new TemplateReader([])).Fixed!)!;
    }
}
