using System.Text;
using System.Text.Json;

namespace GatewayBench;

/// <summary>A parameter that a response repeats.</summary>
/// <param name="name">As on the wire, in requests and responses.</param>
/// <param name="default">The JSON that stands for one that is missing or null.</param>
/// <param name="expected">What a value has to be, in words.</param>
/// <param name="types">What a value may be besides null.</param>
internal sealed class EchoedField(
    string name,
    string @default,
    string expected,
    params JsonTokenType[] types
)
{
    public static IReadOnlyList<EchoedField> All { get; } =
    [
        new("instructions", "null", "a string", JsonTokenType.String),
        new("max_output_tokens", "null", "an integer", JsonTokenType.Number),
        new("metadata", "{}", "an object", JsonTokenType.StartObject),
        new("parallel_tool_calls", "true", "a boolean", JsonTokenType.True, JsonTokenType.False),
        new("previous_response_id", "null", "a string", JsonTokenType.String),
        new(
            "reasoning",
            """{"effort":null,"summary":null}""",
            "an object",
            JsonTokenType.StartObject
        ),
        new("temperature", "1", "a number", JsonTokenType.Number),
        new("text", """{"format":{"type":"text"}}""", "an object", JsonTokenType.StartObject),
        new(
            "tool_choice",
            "\"auto\"",
            "a string or an object",
            JsonTokenType.String,
            JsonTokenType.StartObject
        ),
        new("tools", "[]", "an array", JsonTokenType.StartArray),
        new("top_p", "1", "a number", JsonTokenType.Number),
        new("truncation", "\"disabled\"", "a string", JsonTokenType.String),
        new("user", "null", "a string", JsonTokenType.String),
    ];

    public JsonEncodedText Name { get; } = JsonEncodedText.Encode(name);

    public byte[] Default { get; } = Encoding.UTF8.GetBytes(@default);

    /// <param name="reader">On the value.</param>
    /// <exception cref="ApiErrorException">It is of a wrong type.</exception>
    public void Check(in Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.Null && !types.Contains(reader.TokenType))
        {
            throw ApiErrors.WrongType(name, reader.TokenType, expected);
        }
    }
}
