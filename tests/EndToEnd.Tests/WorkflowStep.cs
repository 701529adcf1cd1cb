using YamlDotNet.RepresentationModel;

namespace GatewayBench.EndToEnd;

/// <summary>A step of the documented CI workflow.</summary>
internal sealed record WorkflowStep(YamlMappingNode Node)
{
    public string Name => Text("name") ?? Text("uses")!;

    /// <summary>The script, for a step that has one.</summary>
    public string? Script => Text("run");

    public string? Condition => Text("if");

    /// <summary>What an action is told.</summary>
    public string? With(string key) =>
        Node.Children.TryGetValue("with", out var with) ? (string?)with[key] : null;

    private string? Text(string key) =>
        Node.Children.TryGetValue(key, out var value) ? (string?)value : null;
}
