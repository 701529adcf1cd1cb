using System.Buffers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// The smallest JSON value that a schema allows, the same every time: required properties only, the
/// first of alternatives, 0, false, as few characters and items as there must be. Knows of JSON
/// Schema what tools use; <c>pattern</c>, <c>not</c> and conditions are not looked at.
/// </summary>
internal ref struct SchemaInstance
{
    private const int LargestBytes = 65_536;
    private const int DeepestLevel = 32;

    private readonly Utf8JsonWriter _json;
    private readonly JsonElement _root;
    private int _level;

    private SchemaInstance(JsonElement root, Utf8JsonWriter json)
    {
        _root = root;
        _json = json;
    }

    /// <exception cref="ApiErrorException">It is too large, or has no end.</exception>
    public static byte[] Of(JsonElement schema)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, JsonOutput.Writer))
        {
            new SchemaInstance(schema, json).Write(schema, isRoot: true);
        }
        return output.WrittenSpan.ToArray();
    }

    private void Write(JsonElement schema, bool isRoot = false)
    {
        if (_level == DeepestLevel)
        {
            throw Unsupported($"deeper than {DeepestLevel} levels");
        }
        _level++;
        WriteAny(SchemaReference.Resolve(_root, schema), isRoot);
        _level--;
        if (_json.BytesCommitted + _json.BytesPending > LargestBytes)
        {
            throw Unsupported($"larger than {LargestBytes} bytes");
        }
    }

    private void WriteAny(JsonElement schema, bool isRoot)
    {
        if (SchemaWords.Fixed(schema) is { } value)
        {
            value.WriteTo(_json);
        }
        else if (SchemaWords.FirstAlternative(schema) is { } alternative)
        {
            Write(alternative);
        }
        else
        {
            WriteOfType(schema, SchemaWords.TypeOf(schema) ?? (isRoot ? "object" : null));
        }
    }

    private void WriteOfType(JsonElement schema, string? type)
    {
        switch (type)
        {
            case "object":
                WriteObject(schema);
                break;
            case "array":
                WriteArray(schema);
                break;
            case "string":
                _json.WriteStringValue(SchemaScalars.Text(schema, LargestBytes));
                break;
            case "integer" or "number":
                _json.WriteRawValue(SchemaScalars.Number(schema));
                break;
            case "boolean":
                _json.WriteBooleanValue(false);
                break;
            default:
                _json.WriteNullValue();
                break;
        }
    }

    private void WriteObject(JsonElement schema)
    {
        _json.WriteStartObject();
        foreach (var (name, property) in SchemaWords.Required(schema))
        {
            _json.WritePropertyName(name);
            Write(property);
        }
        _json.WriteEndObject();
    }

    private void WriteArray(JsonElement schema)
    {
        _json.WriteStartArray();
        for (var left = SchemaWords.Whole(schema, "minItems"); left > 0; left--)
        {
            Write(SchemaWords.Object(schema, "items") ?? default);
        }
        _json.WriteEndArray();
    }

    private static ApiErrorException Unsupported(string how) =>
        ApiErrors.Unsupported("tools", $"a demanded call whose smallest arguments are {how}");
}
