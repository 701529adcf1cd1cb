using YamlDotNet.RepresentationModel;

namespace GatewayBench.EndToEnd;

/// <summary>The documented CI workflow, as it is parsed.</summary>
internal static class Workflow
{
    public static readonly YamlMappingNode Root = Load();

    public static YamlNode Job => Root["jobs"]["load"];

    public static YamlNode Comparison => Root["jobs"]["compare"];

    public static IReadOnlyList<WorkflowStep> Steps => StepsOf(Job);

    public static WorkflowStep Step(string name) => Steps.Single(step => step.Name == name);

    public static IReadOnlyList<WorkflowStep> StepsOf(YamlNode job) =>
        [
            .. ((YamlSequenceNode)job["steps"]).Select(step => new WorkflowStep(
                (YamlMappingNode)step
            )),
        ];

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
