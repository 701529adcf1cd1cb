using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Reads <c>response_format</c>.</summary>
internal static class CompletionFormat
{
    public static ChatResponseFormat? Read(OpenAiFields body, out bool? strict)
    {
        strict = null;
        if (body.Object("response_format") is not { } format)
        {
            return null;
        }
        switch (format.RequireText("type"))
        {
            case "text":
                return ChatResponseFormat.Text;
            case "json_object":
                return ChatResponseFormat.Json;
            case "json_schema":
                var described = format.RequireObject("json_schema");
                strict = described.Flag("strict");
                return ChatResponseFormat.ForJsonSchema(
                    described.Get("schema", "a JSON schema").Clone(),
                    described.RequireText("name"),
                    described.Text("description")
                );
            default:
                throw OpenAiFields.Refuse(
                    format.PathOf("type"),
                    format.Find("type")!.Value,
                    "text, json_object or json_schema is expected"
                );
        }
    }
}
