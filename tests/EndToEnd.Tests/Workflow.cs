using YamlDotNet.RepresentationModel;

namespace GatewayBench.EndToEnd;

/// <summary>The documented CI workflow, as it is parsed.</summary>
internal static class Workflow
{
    public static readonly YamlMappingNode Root = Load();

    public static YamlNode Job => Root["jobs"]["load"];

    public static IReadOnlyList<WorkflowStep> Steps =>
        [
            .. ((YamlSequenceNode)Job["steps"]).Select(step => new WorkflowStep(
                (YamlMappingNode)step
            )),
        ];

    public static WorkflowStep Step(string name) => Steps.Single(step => step.Name == name);

    private static YamlMappingNode Load()
    {
        using var file = File.OpenText(
            Support.Repository.PathOf("examples", "ci", "github-actions.yml")
        );
        var yaml = new YamlStream();
        yaml.Load(file);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }
}
