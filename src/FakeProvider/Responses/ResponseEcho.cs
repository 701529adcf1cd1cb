using System.Buffers;
using System.Text.Json;

namespace GatewayBench;

/// <summary>The values of a request's <see cref="EchoedField"/>s, as JSON on one line.</summary>
internal sealed class ResponseEcho
{
    private readonly byte[]?[] _values = new byte[EchoedField.All.Count][];

    /// <summary>Keeps the value of a property that is echoed, and checks its type.</summary>
    /// <param name="reader">On the property's name; a copy, so the caller's does not move.</param>
    /// <exception cref="ApiErrorException">It is of a wrong type.</exception>
    public void Keep(Utf8JsonReader reader)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (reader.ValueTextEquals(EchoedField.All[i].Name.EncodedUtf8Bytes))
            {
                reader.Read();
                EchoedField.All[i].Check(reader);
                _values[i] = reader.TokenType == JsonTokenType.Null ? null : OneLine(ref reader);
                return;
            }
        }
    }

    /// <summary>The value of a field as JSON; null where it is missing or null.</summary>
    public byte[]? Of(string name)
    {
        var i = 0;
        while (EchoedField.All[i].Name.Value != name)
        {
            i++;
        }
        return _values[i];
    }

    public void Write(Utf8JsonWriter json)
    {
        for (var i = 0; i < _values.Length; i++)
        {
            var field = EchoedField.All[i];
            json.WritePropertyName(field.Name);
            json.WriteRawValue(_values[i] ?? field.Default, skipInputValidation: true);
        }
    }

    // An event's data must not contain a line break, and bad text must be found before the answer
    // begins: both speak against keeping the client's bytes as they are.
    private static byte[] OneLine(ref Utf8JsonReader reader)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, JsonOutput.Writer))
        {
            JsonElement.ParseValue(ref reader).WriteTo(json);
        }
        return output.WrittenSpan.ToArray();
    }
}
