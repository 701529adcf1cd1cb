using System.Text.Json.Nodes;
using GatewayBench.Support;

namespace GatewayBench.Tests.Bench;

/// <summary>The schema is made from the keys that the reader knows; these hold the rest.</summary>
public sealed class BenchSchemaTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(BenchSchema.Text())!;

    public static TheoryData<string> Examples =>
        [
            .. Directory
                .GetFiles(Repository.PathOf("examples", "bench"))
                .Select(path => Path.GetFileName(path)),
        ];

    [Fact]
    public void The_committed_schema_is_that_of_the_code()
    {
        var text = BenchSchema.Text();
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "bench.schema.json"), text);

        Assert.True(
            text == File.ReadAllText(Repository.PathOf("docs", "bench.schema.json")),
            $"The form of bench files changed: copy bench.schema.json from {AppContext.BaseDirectory} to docs/."
        );
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Examples_are_valid(string file) =>
        Assert.Empty(
            SchemaCheck.Errors(
                Schema,
                BenchJson.Of(File.ReadAllText(Repository.PathOf("examples", "bench", file)))
            )
        );

    [Theory]
    [InlineData("schemaVersion: 2", "/schemaVersion")]
    [InlineData("nme: x", "/nme")]
    [InlineData("load: { users: many }", "/load/users")]
    [InlineData("load: { users: -1 }", "/load/users")]
    [InlineData("load: { user: 1 }", "/load/user")]
    [InlineData("load: { users: 1, duration: 5 }", "/load/duration")]
    [InlineData("scenarios: []", "/scenarios")]
    [InlineData("scenarios: [{ use: chats }]", "/scenarios/0/use")]
    [InlineData(
        "scenarios: [{ steps: [{ metod: PUT }] }]",
        "/scenarios/0/steps/0/metod",
        "/scenarios/0/steps/0/path"
    )]
    [InlineData("provider: { rateLimit: { requests: 1 } }", "/provider/rateLimit/requests")]
    public void What_the_reader_refuses_by_form_the_schema_refuses_too(
        string line,
        params string[] expected
    )
    {
        string[] usual = ["schemaVersion: 1", "scenarios: [{ use: health }]", "load: { users: 1 }"];
        var key = line.Split(':')[0];
        var text = string.Join(
            '\n',
            usual.Where(one => !one.StartsWith($"{key}:", StringComparison.Ordinal)).Append(line)
        );

        Assert.Throws<BenchException>(() => Benches.Parse(text));
        Assert.Equal(
            expected,
            SchemaCheck.Errors(Schema, BenchJson.Of(text)).Order(StringComparer.Ordinal)
        );
    }
}
