using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Reads what a request asks of the model beside an answer to its messages.</summary>
internal static class CompletionOptionsReader
{
    private const int MaxStops = 4;

    public static ChatOptions Read(OpenAiFields body, string model)
    {
        var tools = CompletionTools.Read(body);
        return new ChatOptions
        {
            ModelId = model,
            Temperature = body.Number("temperature", 0, 2),
            TopP = body.Number("top_p", 0, 1),
            FrequencyPenalty = body.Number("frequency_penalty", -2, 2),
            PresencePenalty = body.Number("presence_penalty", -2, 2),
            MaxOutputTokens = MaxTokens(body),
            Seed = body.Whole("seed", long.MinValue, long.MaxValue),
            StopSequences = Stops(body),
            Reasoning = Effort(body),
            ResponseFormat = CompletionFormat.Read(body, out var strict),
            Tools = tools,
            ToolMode = CompletionTools.ReadChoice(body, tools),
            AllowMultipleToolCalls = body.Flag("parallel_tool_calls"),
            AdditionalProperties = Additional(body.Text("user"), strict),
        };
    }

    // max_tokens is the older name of the two, and gives way.
    private static int? MaxTokens(OpenAiFields body)
    {
        var older = body.Whole("max_tokens", 1, int.MaxValue);
        return (int?)(body.Whole("max_completion_tokens", 1, int.MaxValue) ?? older);
    }

    private static List<string>? Stops(OpenAiFields body)
    {
        if (body.Find("stop") is not { } stop)
        {
            return null;
        }
        if (stop.ValueKind is JsonValueKind.String)
        {
            return [OpenAiFields.AsText(stop, "stop")];
        }
        var stops = body.Items("stop")
            .Select(item => OpenAiFields.AsText(item.Value, item.Path))
            .ToList();
        return stops.Count <= MaxStops
            ? stops
            : throw OpenAiFields.Refuse("stop", stop, $"at most {MaxStops} strings are expected");
    }

    private static ReasoningOptions? Effort(OpenAiFields body) =>
        body.Text("reasoning_effort") switch
        {
            null => null,
            "none" => new() { Effort = ReasoningEffort.None },
            "low" => new() { Effort = ReasoningEffort.Low },
            "medium" => new() { Effort = ReasoningEffort.Medium },
            "high" => new() { Effort = ReasoningEffort.High },
            "xhigh" => new() { Effort = ReasoningEffort.ExtraHigh },
            _ => throw OpenAiFields.Refuse(
                "reasoning_effort",
                body.Find("reasoning_effort")!.Value,
                "none, low, medium, high or xhigh is expected"
            ),
        };

    private static AdditionalPropertiesDictionary? Additional(string? user, bool? strict)
    {
        if (user is null && strict is null)
        {
            return null;
        }
        var properties = new AdditionalPropertiesDictionary();
        if (user is not null)
        {
            properties[ChatOptionKeys.User.Name] = user;
        }
        if (strict is not null)
        {
            properties[ChatOptionKeys.Strict.Name] = strict;
        }
        return properties;
    }
}
