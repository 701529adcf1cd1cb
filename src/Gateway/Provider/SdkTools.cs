using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Sdk = OpenAI.Chat;

namespace Gateway;

/// <summary>Puts tools, their calls and their results into the SDK's words, and calls back into ours.</summary>
internal static class SdkTools
{
    private static readonly JsonSerializerOptions Compact = new(AIJsonUtilities.DefaultOptions)
    {
        WriteIndented = false,
    };

    // An agent offers the same ones at each step of each turn; they are never changed.
    private static readonly ConditionalWeakTable<AITool, Sdk.ChatTool> Written = [];

    /// <summary>A tool in the SDK's words, put into them once; a caller's is only used once.</summary>
    public static Sdk.ChatTool From(AITool tool) =>
        tool is CallerTool ? Write(tool) : Written.GetValue(tool, Write);

    /// <summary>The call as the model made it, where that is known: its very text, not one like it.</summary>
    public static Sdk.ChatToolCall From(FunctionCallContent call) =>
        Sdk.ChatToolCall.CreateFunctionToolCall(
            call.CallId,
            call.Name,
            BinaryData.FromString(ArgumentsOf(call))
        );

    /// <summary>
    /// A call in our words. Arguments that are no JSON object make no exception here but one in
    /// <see cref="FunctionCallContent.Exception"/>; their text is the raw representation.
    /// </summary>
    public static FunctionCallContent Call(string id, string name, string arguments)
    {
        var call = FunctionCallContent.CreateFromParsedArguments(arguments, id, name, Parse);
        call.RawRepresentation = arguments;
        return call;
    }

    /// <summary>The arguments as JSON: the model's own text if it was kept.</summary>
    public static string ArgumentsOf(FunctionCallContent call) =>
        call.RawRepresentation as string
        ?? Write(call.Arguments ?? new Dictionary<string, object?>());

    /// <summary>A tool's result as the text that the model reads.</summary>
    public static string TextOf(object? result) =>
        result switch
        {
            null => "",
            string text => text,
            TextContent text => text.Text,
            JsonElement { ValueKind: JsonValueKind.String } text => text.GetString()!,
            JsonElement json => json.GetRawText(),
            _ => Write(result),
        };

    private static Sdk.ChatTool Write(AITool tool) =>
        tool is AIFunctionDeclaration function
            ? Sdk.ChatTool.CreateFunctionTool(
                function.Name,
                function.Description is "" ? null : function.Description,
                BinaryData.FromString(function.JsonSchema.GetRawText()),
                ChatOptionKeys.Strict.Read(function.AdditionalProperties)
            )
            : throw new NotSupportedException(
                $"Tool '{tool.Name}' cannot be sent: only functions can."
            );

    // Some models write nothing where a function takes no arguments.
    private static IDictionary<string, object?>? Parse(string arguments) =>
        string.IsNullOrWhiteSpace(arguments)
            ? null
            : JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments, Compact);

    private static string Write(object value) => JsonSerializer.Serialize(value, Compact);
}
