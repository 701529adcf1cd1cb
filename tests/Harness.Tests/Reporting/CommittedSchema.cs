using System.Text.Json;
using System.Text.Json.Schema;

namespace GatewayBench.Tests.Reporting;

/// <summary>The schema of a stored form, of which a copy is in the documentation.</summary>
internal static class CommittedSchema
{
    /// <param name="form">What is stored.</param>
    /// <param name="options">How.</param>
    /// <param name="file">What it is stored as, without the end.</param>
    public static void Require(Type form, JsonSerializerOptions options, string file)
    {
        options.MakeReadOnly(populateMissingResolver: true);
        var schema = options.GetJsonSchemaAsNode(form);
        var text = schema.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
        var name = $"{file}.schema.json";
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, name), text);

        var committed = Path.Combine(WorkFolder.Find(AppContext.BaseDirectory), "docs", name);
        Assert.True(
            text == File.ReadAllText(committed),
            $"The form of {file}.json changed. If additions only, copy {name} from {AppContext.BaseDirectory} to docs/; else raise schemaVersion too."
        );
    }
}
