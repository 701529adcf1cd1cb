using System.Text.Json;

namespace Gateway;

/// <summary>
/// The fields whose answers have a form that the gateway can't give. Their harmless values pass: SDKs
/// send them.
/// </summary>
internal static class UnsupportedFields
{
    public static void Refuse(OpenAiFields body)
    {
        Refuse(body, "n", "only 1 is supported", value => value.GetRawText() is not "1");
        Refuse(
            body,
            "logprobs",
            "only false is supported",
            value => value.ValueKind is not JsonValueKind.False
        );
        Refuse(
            body,
            "modalities",
            """only ["text"] is supported""",
            value =>
                value.ValueKind is not JsonValueKind.Array
                || value.EnumerateArray().Any(item => item.GetRawText() is not "\"text\"")
        );
        Refuse(body, "functions", "tools are supported instead", IsNoEmptyArray);
        Refuse(body, "function_call", "tool_choice is supported instead", _ => true);
    }

    private static bool IsNoEmptyArray(JsonElement value) =>
        value.ValueKind is not JsonValueKind.Array || value.GetArrayLength() > 0;

    private static void Refuse(
        OpenAiFields body,
        string field,
        string expected,
        Predicate<JsonElement> refused
    )
    {
        if (body.Find(field) is { } value && refused(value))
        {
            throw OpenAiException.Invalid(
                field,
                Quoted.Truncate(value.GetRawText()),
                expected,
                "unsupported_value"
            );
        }
    }
}
