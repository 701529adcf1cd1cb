using System.Text.Json;

namespace GatewayBench;

/// <summary>The runtime settings that a program ships with: the <c>.runtimeconfig.json</c> beside its assembly.</summary>
internal static class RuntimeConfig
{
    public static string PathOf(string assembly) =>
        Path.ChangeExtension(assembly, ".runtimeconfig.json");

    /// <returns>Null where the file does not set it.</returns>
    public static bool? Switch(string path, string name)
    {
        using var config = JsonDocument.Parse(File.ReadAllBytes(path));
        return
            config.RootElement.TryGetProperty("runtimeOptions", out var options)
            && options.TryGetProperty("configProperties", out var properties)
            && properties.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.True
            : null;
    }
}
