using System.Text.Json;

namespace GatewayBench;

/// <summary>The names of a streamed response's events.</summary>
internal static class EventNames
{
    public static readonly JsonEncodedText Created = Of("created");
    public static readonly JsonEncodedText InProgress = Of("in_progress");
    public static readonly JsonEncodedText Completed = Of("completed");
    public static readonly JsonEncodedText Incomplete = Of("incomplete");
    public static readonly JsonEncodedText ItemAdded = Of("output_item.added");
    public static readonly JsonEncodedText ItemDone = Of("output_item.done");
    public static readonly JsonEncodedText ContentPartAdded = Of("content_part.added");
    public static readonly JsonEncodedText ContentPartDone = Of("content_part.done");
    public static readonly JsonEncodedText TextDelta = Of("output_text.delta");
    public static readonly JsonEncodedText TextDone = Of("output_text.done");
    public static readonly JsonEncodedText ArgumentsDelta = Of("function_call_arguments.delta");
    public static readonly JsonEncodedText ArgumentsDone = Of("function_call_arguments.done");

    /// <summary>Unlike the others without the prefix.</summary>
    public static readonly JsonEncodedText Error = JsonEncodedText.Encode("error");

    private static JsonEncodedText Of(string name) => JsonEncodedText.Encode("response." + name);
}
