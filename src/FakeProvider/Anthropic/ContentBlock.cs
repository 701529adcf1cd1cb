using System.Text.Json;

namespace GatewayBench;

/// <summary>What has been seen of a content block so far.</summary>
internal record struct ContentBlock(string Path)
{
    private bool _hasText;
    private bool _hasName;
    private bool _hasInput;
    private bool _hasSource;

    public string? Type { get; private set; }

    public string? Id { get; private set; }

    public string? ToolUseId { get; private set; }

    /// <param name="property">Any.</param>
    /// <param name="reader">On its value; is not moved.</param>
    public void Take(string property, ref Utf8JsonReader reader)
    {
        switch (property)
        {
            case "type":
                Type = Text(property, ref reader);
                break;
            case "text":
                _hasText = IsText(property, ref reader);
                break;
            case "id":
                Id = Text(property, ref reader);
                break;
            case "tool_use_id":
                ToolUseId = Text(property, ref reader);
                break;
            case "name":
                _hasName = IsText(property, ref reader);
                break;
            case "input":
                _hasInput =
                    reader.TokenType == JsonTokenType.StartObject
                        ? true
                        : throw ApiErrors.WrongType($"{Path}.input", reader.TokenType, "an object");
                break;
            case "source":
                _hasSource = true;
                break;
        }
    }

    /// <exception cref="ApiErrorException">Something that its type needs is missing.</exception>
    public readonly void Check()
    {
        Require(Type is not null, "type");
        switch (Type)
        {
            case "text":
                Require(_hasText, "text");
                break;
            case "image":
                Require(_hasSource, "source");
                break;
            case "tool_use":
                Require(Id is not null, "id");
                Require(_hasName, "name");
                Require(_hasInput, "input");
                break;
            case "tool_result":
                Require(ToolUseId is not null, "tool_use_id");
                break;
        }
    }

    private readonly string? Text(string property, ref Utf8JsonReader reader) =>
        IsText(property, ref reader) ? reader.GetString() : null;

    private readonly bool IsText(string property, ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.String => true,
            JsonTokenType.Null => false,
            var other => throw ApiErrors.WrongType($"{Path}.{property}", other, "a string"),
        };

    private readonly void Require(bool isMet, string property)
    {
        if (!isMet)
        {
            throw ApiErrors.Missing($"{Path}.{property}");
        }
    }
}
