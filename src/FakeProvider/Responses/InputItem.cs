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
    private Utf8JsonReader _output;
    private JsonTokenType _callId;
    private JsonTokenType _name;
    private JsonTokenType _arguments;

    /// <param name="reader">On the item; a copy, so the caller's does not move.</param>
    /// <param name="param">What the item is called in errors.</param>
    /// <exception cref="ApiErrorException">The item is refused.</exception>
    public static void Check(Utf8JsonReader reader, string param)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw ApiErrors.WrongType(param, reader.TokenType, "an object");
        }
        var item = new InputItem { _param = param };
        item.Read(ref reader);
        item.Check();
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

    private readonly void Check()
    {
        switch (_type)
        {
            case null:
            case "message":
                CheckRole();
                CheckTextOrParts(_content, "content");
                break;
            case "function_call":
                RequireText(_callId, "call_id");
                RequireText(_name, "name");
                RequireText(_arguments, "arguments");
                break;
            case "function_call_output":
                RequireText(_callId, "call_id");
                CheckTextOrParts(_output, "output");
                break;
            case "reasoning":
            case "item_reference":
                break;
            default:
                throw ApiErrors.Unsupported(
                    $"{_param}.type",
                    $"items of type '{_type}'; it takes message, function_call, "
                        + "function_call_output, reasoning, item_reference"
                );
        }
    }

    private readonly void CheckRole()
    {
        RequireText(_role.TokenType, "role");
        if (
            !_role.ValueTextEquals("user"u8)
            && !_role.ValueTextEquals("assistant"u8)
            && !_role.ValueTextEquals("system"u8)
            && !_role.ValueTextEquals("developer"u8)
        )
        {
            throw ApiErrors.WrongValue($"{_param}.role", "system, developer, user, assistant");
        }
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
