using System.Text.Json;
using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>Reads scripts from JSON: <c>{"replies": [{"when": {...}, "steps": [...]}]}</c>.</summary>
internal static class ScriptsReader
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        AllowDuplicateProperties = false,
    };

    /// <param name="json">The text.</param>
    /// <param name="source">What error messages call it.</param>
    /// <exception cref="ArgumentException">It is not allowed; the message says where and why.</exception>
    public static List<ReplyScript> Read(string json, string source)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"{source} is not valid JSON: {e.Message}", e);
        }
        using (document)
        {
            var root = new JsonPlace(document.RootElement, $"{source}: $");
            return
            [
                .. root.RequireObject("replies")
                    .RequireProperty("replies")
                    .Items()
                    .Select(ReadScript),
            ];
        }
    }

    private static ReplyScript ReadScript(JsonPlace place)
    {
        place.RequireObject("when", "steps");
        var script = ReadCondition(place.Property("when"));
        foreach (var step in place.RequireProperty("steps").Items())
        {
            ReadStep(step, script);
        }
        return script;
    }

    private static ReplyScript ReadCondition(JsonPlace? when)
    {
        var condition = when?.RequireObject("contains", "matches", "model");
        var script = new ReplyScript(
            condition?.Property("contains")?.Text(),
            condition?.Property("matches") is { } matches ? ReadPattern(matches) : null
        );
        return condition?.Property("model")?.Text() is { } model ? script.ForModel(model) : script;
    }

    private static Regex ReadPattern(JsonPlace place)
    {
        try
        {
            return ReplyScripts.Pattern(place.Text());
        }
        catch (RegexParseException e)
        {
            throw place.Refuse($"a .NET regular expression ({e.Message})");
        }
    }

    private static void ReadStep(JsonPlace step, ReplyScript script)
    {
        step.RequireObject("text", "calls");
        switch (step.Property("text"), step.Property("calls"))
        {
            case ({ } text, null):
                script.Then(text.Text());
                break;
            case (null, { } calls):
                ReadCalls(calls, script);
                break;
            default:
                throw step.Refuse("an object with either 'text' or 'calls'");
        }
    }

    private static void ReadCalls(JsonPlace calls, ReplyScript script)
    {
        var isFirst = true;
        foreach (var call in calls.Items())
        {
            call.RequireObject("tool", "arguments");
            var tool = call.RequireProperty("tool").Text();
            var arguments = call.Property("arguments") is { } given ? ReadArguments(given) : null;
            _ = isFirst ? script.CallTool(tool, arguments) : script.AndCallTool(tool, arguments);
            isFirst = false;
        }
    }

    // As in C#: a string is taken as it is, anything else as the JSON that it is.
    private static string ReadArguments(JsonPlace place) =>
        place.Value.ValueKind == JsonValueKind.String ? place.Text() : place.Value.GetRawText();
}
