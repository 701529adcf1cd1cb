using System.Globalization;
using System.Text.Json;
using static GatewayBench.RequestFields;

namespace GatewayBench;

/// <summary>Checks the parts of an item's content: texts, refusals, images, files and sounds.</summary>
internal static class InputPart
{
    /// <param name="reader">On the array; a copy, so the caller's does not move.</param>
    /// <param name="param">What the array is called in errors.</param>
    /// <exception cref="ApiErrorException">A part is refused.</exception>
    public static void CheckAll(Utf8JsonReader reader, string param)
    {
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            Check(ref reader, string.Create(CultureInfo.InvariantCulture, $"{param}[{i}]"));
        }
    }

    public static void RequireText(JsonTokenType actual, string param, string property)
    {
        if (actual == JsonTokenType.None)
        {
            throw ApiErrors.Missing($"{param}.{property}");
        }
        if (actual != JsonTokenType.String)
        {
            throw ApiErrors.WrongType($"{param}.{property}", actual, "a string");
        }
    }

    private static void Check(ref Utf8JsonReader reader, string param)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ApiErrors.WrongType(param, reader.TokenType, "an object");
        }
        var (type, text, refusal) = ((string?)null, JsonTokenType.None, JsonTokenType.None);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (TryEnter(ref reader, "type"u8))
            {
                RequireText(reader.TokenType, param, "type");
                type = reader.GetString();
            }
            else if (TryEnter(ref reader, "text"u8))
            {
                text = reader.TokenType;
            }
            else if (TryEnter(ref reader, "refusal"u8))
            {
                refusal = reader.TokenType;
            }
            reader.Skip();
        }
        switch (type)
        {
            case null:
                throw ApiErrors.Missing($"{param}.type");
            case "input_text" or "output_text":
                RequireText(text, param, "text");
                break;
            case "refusal":
                RequireText(refusal, param, "refusal");
                break;
            case "input_image" or "input_file" or "input_audio":
                break;
            default:
                throw ApiErrors.WrongValue(
                    $"{param}.type",
                    "input_text, output_text, refusal, input_image, input_file, input_audio"
                );
        }
    }
}
