using System.Reflection;
using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// Finds the folder with a gateway's settings files. WebApplicationFactory looks for it relative to
/// the current folder and then to a solution, either of which may be anywhere or absent.
/// </summary>
internal static class ContentRoot
{
    private const string Manifest = "MvcTestingAppManifest.json";

    /// <summary>What the build noted down, while it exists; else the folder of the gateway's assembly.</summary>
    public static string Of(Assembly gateway)
    {
        var noted = FromManifest(gateway, Path.Combine(AppContext.BaseDirectory, Manifest));
        return Directory.Exists(noted) ? noted : Path.GetDirectoryName(gateway.Location)!;
    }

    /// <summary>Tells the factory, which fails where it finds no solution, by the variable that it asks first.</summary>
    public static void Tell(Assembly gateway, string root)
    {
        var name = gateway.GetName().Name!.Replace('.', '_').ToUpperInvariant();
        Environment.SetEnvironmentVariable("ASPNETCORE_TEST_CONTENTROOT_" + name, root);
    }

    private static string? FromManifest(Assembly gateway, string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(path));
        return manifest.RootElement.TryGetProperty(gateway.FullName!, out var root)
            ? root.GetString()
            : null;
    }
}
