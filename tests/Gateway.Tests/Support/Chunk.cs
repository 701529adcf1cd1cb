namespace Gateway.Tests;

/// <summary>The JSON of a streamed completion's chunks.</summary>
internal static class Chunk
{
    public const string Done = "[DONE]";

    public const string Usage =
        """{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1760000000,"model":"scripted-1","choices":[],"usage":{"prompt_tokens":12,"completion_tokens":5,"total_tokens":17,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":2}}}""";

    public static string Role => Delta("""{"role":"assistant","content":""}""");

    public static string Text(string text) => Delta($$"""{"content":"{{text}}"}""");

    public static string Finish(string reason = "stop") => Delta("{}", $"\"{reason}\"");

    public static string Tool(int index, string arguments, string? id = null, string? name = null)
    {
        var first = id is null ? "" : $"\"id\":\"{id}\",\"type\":\"function\",";
        var called = name is null ? "" : $"\"name\":\"{name}\",";
        var text = System.Text.Json.JsonSerializer.Serialize(arguments);
        return Delta(
            $$$"""{"tool_calls":[{"index":{{{index}}},{{{first}}}"function":{{{{called}}}"arguments":{{{text}}}}}]}"""
        );
    }

    public static string Delta(string delta, string finish = "null") =>
        $$"""{"id":"chatcmpl-1","object":"chat.completion.chunk","created":1760000000,"model":"scripted-1","choices":[{"index":0,"delta":{{delta}},"finish_reason":{{finish}}}],"usage":null}""";
}
