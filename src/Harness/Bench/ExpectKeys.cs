using System.Text.Json;

namespace GatewayBench;

/// <summary>What a reply of a step has to be.</summary>
internal static class ExpectKeys
{
    public static readonly BenchKey<int> Status = new(
        "status",
        BenchKinds.Integer(200, 599),
        "The status that counts as success. Default: any 2xx."
    );

    public static readonly BenchKey<TimeSpan> MaxTime = new(
        "maxTime",
        BenchKinds.Duration(TimeSpan.FromMilliseconds(1), TimeSpan.FromHours(24)),
        "How long the whole reply may take before it is given up as a timeout. Default: exchangeTimeout."
    );

    public static readonly BenchKey<BenchNode> Contains = new(
        "contains",
        BenchKinds.Raw(BenchKinds.Typed("string")),
        "A text that the body has."
    );

    public static readonly BenchKey<IReadOnlyList<BenchNode>> Has = new(
        "has",
        BenchKinds.List(
            $"a list, each item of which is {ReplyPath.Allowed}",
            BenchKinds.Raw(BenchKinds.Typed("string"))
        ),
        "JSON paths at which the body has a value that is not null."
    );

    public static readonly BenchKey<BenchNode> Json = new(
        "json",
        BenchKinds.Raw(BenchKinds.MapOf([])),
        "Values that the body has, by JSON path."
    );

    public static readonly BenchShape Shape = new(Status, MaxTime, Contains, Has, Json);

    /// <exception cref="BenchException">Something else is written there.</exception>
    public static Scenario Add(Scenario step, BenchNode node)
    {
        var map = Shape.Read(node);
        if (map.GetValue(Status) is { } status)
        {
            step = step.ExpectStatus(status);
        }
        if (map.GetValue(MaxTime) is { } time)
        {
            step = step.Within(time);
        }
        if (map.Get(Contains) is { } contains)
        {
            step = AddContains(step, contains);
        }
        foreach (var has in map.Get(Has, []))
        {
            var text = has.Text(ReplyPath.Allowed);
            var path = ReplyPath.Parse(has, text);
            step = step.Check($"has {text}", reply => path.Text(reply) is not null);
        }
        foreach (var (key, value) in map.Get(Json)?.Entries("an object of JSON paths") ?? [])
        {
            step = AddJson(step, key.Value!, value);
        }
        return step;
    }

    private static Scenario AddContains(Scenario step, BenchNode node)
    {
        var wanted = System.Text.Encoding.UTF8.GetBytes(TemplateReader.ReadFixed(node).Fixed!);
        // By what the file says: a value of the environment is a secret.
        return step.Check(
            $"contains '{node.Text("a text")}'",
            reply => reply.Body.IndexOf(wanted) >= 0
        );
    }

    private static Scenario AddJson(Scenario step, string path, BenchNode node)
    {
        var found = ReplyPath.Parse(node, path);
        var json =
            JsonTemplate.Read(node, new TemplateReader([])).Fixed
            ?? throw node.Failed(
                $"{node.Path} differs from request to request; allowed: no {{{{...}}}} here, but ${{VARIABLE}}."
            );
        using var document = JsonDocument.Parse(json);
        var wanted = document.RootElement.Clone();
        return step.Check($"{path} is as expected", reply => found.Is(reply, wanted));
    }
}
