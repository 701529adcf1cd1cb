using System.Text.Json;
using static GatewayBench.RequestFields;

namespace GatewayBench;

/// <summary>The shape of one item of <c>input</c>: what type it says it is, and what it has.</summary>
internal ref struct InputItem
{
    private string _param;
    private string? _type;
    private Utf8JsonReader _role;
    private Utf8JsonReader _content;
    private Range _contentRange;
    private Utf8JsonReader _output;
    private JsonTokenType _callId;
    private JsonTokenType _name;
    private JsonTokenType _arguments;

    /// <param name="reader">On the item; a copy, so the caller's does not move.</param>
    /// <param name="param">What the item is called in errors.</param>
    /// <param name="content">Where in the body a message's content lies.</param>
    /// <returns>Whose it is in a chat: calls and reasoning are the assistant's.</returns>
    /// <exception cref="ApiErrorException">The item is refused.</exception>
    public static ChatRole Check(Utf8JsonReader reader, string param, out Range content)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ApiErrors.WrongType(param, reader.TokenType, "an object");
        }
        var item = new InputItem { _param = param };
        item.Read(ref reader);
        content = item._contentRange;
        return item.Check();
    }

    private void Read(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (TryEnter(ref reader, "type"u8))
            {
                RequireText(reader.TokenType, "type");
                _type = reader.GetString();
            }
            else if (TryEnter(ref reader, "role"u8))
            {
                _role = reader;
            }
            else if (TryEnter(ref reader, "content"u8))
            {
                _content = reader;
                reader.Skip();
                _contentRange = (int)_content.TokenStartIndex..(int)reader.BytesConsumed;
            }
            else if (TryEnter(ref reader, "output"u8))
            {
                _output = reader;
            }
            else if (TryEnter(ref reader, "call_id"u8))
            {
                _callId = reader.TokenType;
            }
            else if (TryEnter(ref reader, "name"u8))
            {
                _name = reader.TokenType;
            }
            else if (TryEnter(ref reader, "arguments"u8))
            {
                _arguments = reader.TokenType;
            }
            reader.Skip();
        }
    }

    private readonly ChatRole Check()
    {
        switch (_type)
        {
            case null:
            case "message":
                var role = Role();
                CheckTextOrParts(_content, "content");
                return role;
            case "function_call":
                RequireText(_callId, "call_id");
                RequireText(_name, "name");
                RequireText(_arguments, "arguments");
                return ChatRole.Assistant;
            case "function_call_output":
                RequireText(_callId, "call_id");
                CheckTextOrParts(_output, "output");
                return ChatRole.Tool;
            case "reasoning":
                return ChatRole.Assistant;
            case "item_reference":
                return ChatRole.None;
            default:
                throw ApiErrors.Unsupported(
                    $"{_param}.type",
                    $"items of type '{_type}'; it takes message, function_call, "
                        + "function_call_output, reasoning, item_reference"
                );
        }
    }

    private readonly ChatRole Role()
    {
        RequireText(_role.TokenType, "role");
        return _role.ValueTextEquals("user"u8) ? ChatRole.User
            : _role.ValueTextEquals("assistant"u8) ? ChatRole.Assistant
            : _role.ValueTextEquals("system"u8) || _role.ValueTextEquals("developer"u8)
                ? ChatRole.Instruction
            : throw ApiErrors.WrongValue($"{_param}.role", "system, developer, user, assistant");
    }

    private readonly void CheckTextOrParts(Utf8JsonReader value, string property)
    {
        switch (value.TokenType)
        {
            case JsonTokenType.String:
                break;
            case JsonTokenType.StartArray:
                InputPart.CheckAll(value, $"{_param}.{property}");
                break;
            case JsonTokenType.None:
                throw ApiErrors.Missing($"{_param}.{property}");
            default:
                throw ApiErrors.WrongType(
                    $"{_param}.{property}",
                    value.TokenType,
                    "a string or an array of parts"
                );
        }
    }

    private readonly void RequireText(JsonTokenType actual, string property) =>
        InputPart.RequireText(actual, _param, property);
}
