using System.Text;
using System.Text.Json;

namespace GatewayBench;

/// <summary>Makes the calls of scripts.</summary>
internal static class ToolArguments
{
    public static ToolCall Call(string name, object? arguments) =>
        new(name, new ScriptedText(Utf8(arguments)));

    private static byte[] Utf8(object? arguments) =>
        arguments switch
        {
            null => "{}"u8.ToArray(),
            string text => Encoding.UTF8.GetBytes(text),
            _ => JsonSerializer.SerializeToUtf8Bytes(arguments, JsonOutput.Serializer),
        };
}
