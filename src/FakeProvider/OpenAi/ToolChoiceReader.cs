using System.Text.Json;
using static GatewayBench.RequestFields;

namespace GatewayBench;

/// <summary>Reads <c>tool_choice</c>: a word, or an object that names a function.</summary>
internal static class ToolChoiceReader
{
    private const string Param = "tool_choice";

    /// <param name="reader">On the value; afterwards on its last token.</param>
    public static ToolChoice? Read(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => ReadWord(ref reader),
            JsonTokenType.StartObject => ReadNamed(ref reader),
            var other => throw ApiErrors.WrongType(Param, other, "a string or an object"),
        };

    private static ToolChoice ReadWord(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("auto"u8) ? ToolChoice.Auto
        : reader.ValueTextEquals("none"u8) ? ToolChoice.None
        : reader.ValueTextEquals("required"u8) ? ToolChoice.Required
        : throw ApiErrors.WrongValue(Param, "none, auto, required");

    private static ToolChoice ReadNamed(ref Utf8JsonReader reader)
    {
        string? name = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (TryEnter(ref reader, "type"u8))
            {
                RequireFunction(ref reader);
            }
            else if (TryEnter(ref reader, "function"u8))
            {
                name = ReadFunctionName(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
        return ToolChoice.Named(name ?? throw ApiErrors.Missing($"{Param}.function.name"));
    }

    private static void RequireFunction(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw ApiErrors.WrongType($"{Param}.type", reader.TokenType, "a string");
        }
        if (!reader.ValueTextEquals("function"u8))
        {
            throw ApiErrors.Unsupported(
                $"{Param}.type",
                $"a '{Param}' of the type '{reader.GetString()}'; allowed: function"
            );
        }
    }

    private static string? ReadFunctionName(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ApiErrors.WrongType($"{Param}.function", reader.TokenType, "an object");
        }
        string? name = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!TryEnter(ref reader, "name"u8))
            {
                reader.Skip();
                continue;
            }
            name =
                reader.TokenType == JsonTokenType.String
                    ? reader.GetString()
                    : throw ApiErrors.WrongType(
                        $"{Param}.function.name",
                        reader.TokenType,
                        "a string"
                    );
        }
        return name;
    }
}
