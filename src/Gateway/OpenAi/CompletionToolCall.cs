using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>A call, or a fragment of one, in OpenAI's words. What isn't known is absent.</summary>
/// <param name="Index">Which of the answer's calls it belongs to; absent from whole answers.</param>
/// <param name="Id">Absent from later fragments.</param>
/// <param name="Function">Name and arguments.</param>
internal sealed record CompletionToolCall(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Index,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    CompletionToolCall.Called Function
)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type => Id is null ? null : "function";

    public static CompletionToolCall From(FunctionCallContent call, int? index = null) =>
        new(index, call.CallId, new(call.Name, SdkTools.ArgumentsOf(call)));

    public static CompletionToolCall From(ToolCallFragment fragment) =>
        new(fragment.Index, fragment.CallId, new(fragment.Name, fragment.Arguments));

    internal sealed record Called(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
        string Arguments
    );
}
