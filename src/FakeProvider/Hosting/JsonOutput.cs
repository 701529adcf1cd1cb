using System.Text.Encodings.Web;
using System.Text.Json;

namespace GatewayBench;

/// <summary>How JSON is written, everywhere: without escapes that JSON does not ask for.</summary>
internal static class JsonOutput
{
    // Safe, because nothing of it is ever put into HTML; real providers do the same.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static readonly JsonWriterOptions Writer = new() { Encoder = Encoder };

    /// <summary>For what this code puts together itself, and tests check.</summary>
    public static readonly JsonWriterOptions UncheckedWriter = Writer with
    {
        SkipValidation = true,
    };

    public static readonly JsonSerializerOptions Serializer = new() { Encoder = Encoder };
}
