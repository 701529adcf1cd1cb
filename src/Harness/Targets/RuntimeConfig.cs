using System.Globalization;
using System.Text.Json;

namespace GatewayBench;

/// <summary>The runtime settings that a program ships with: the <c>.runtimeconfig.json</c> beside its assembly.</summary>
internal static class RuntimeConfig
{
    private const string Options = "runtimeOptions";

    public static string PathOf(string assembly) =>
        Path.ChangeExtension(assembly, ".runtimeconfig.json");

    /// <summary>The major version of .NET that a program was built for, of its <c>tfm</c>.</summary>
    /// <returns>Null where the file does not say it.</returns>
    public static int? Runtime(string path)
    {
        using var config = JsonDocument.Parse(File.ReadAllBytes(path));
        return
            config.RootElement.TryGetProperty(Options, out var options)
            && options.TryGetProperty("tfm", out var framework)
            && framework.GetString() is ['n', 'e', 't', .. var version]
            && int.TryParse(version.Split('.')[0], CultureInfo.InvariantCulture, out var major)
            ? major
            : null;
    }

    /// <returns>Null where the file does not set it.</returns>
    public static bool? Switch(string path, string name)
    {
        using var config = JsonDocument.Parse(File.ReadAllBytes(path));
        return
            config.RootElement.TryGetProperty(Options, out var options)
            && options.TryGetProperty("configProperties", out var properties)
            && properties.TryGetProperty(name, out var value)
            ? value.ValueKind == JsonValueKind.True
            : null;
    }
}
