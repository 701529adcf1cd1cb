using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace GatewayBench;

/// <summary>
/// How a child is started: the gateway's own assembly with the runtime settings that it ships with,
/// and the libraries of this program, which hold all of the gateway's and the harness besides.
/// </summary>
internal static class ChildLaunch
{
    /// <exception cref="TargetStartException">A file that this needs is missing, or forbids it.</exception>
    public static ProcessStartInfo Of(Assembly gateway, long? heapLimit)
    {
        var start = new ProcessStartInfo(DotnetHost())
        {
            WorkingDirectory = Path.GetDirectoryName(gateway.Location)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
            ArgumentList =
            {
                "exec",
                "--runtimeconfig",
                RuntimeConfig(gateway),
                "--depsfile",
                DependencyFile(),
                gateway.Location,
            },
        };
        foreach (var key in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>())
        {
            if (ProviderKeys.IsProviderKey((string)key.Key))
            {
                start.Environment[(string)key.Key] = ProviderKeys.Placeholder;
            }
        }
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment[StartupHook.Variable] = typeof(StartupHook).Assembly.GetName().Name;
        if (heapLimit is { } limit)
        {
            // The runtime reads its variables as hexadecimal numbers.
            start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString(
                "X",
                CultureInfo.InvariantCulture
            );
        }
        return start;
    }

    private static string RuntimeConfig(Assembly gateway)
    {
        var path = Path.ChangeExtension(gateway.Location, ".runtimeconfig.json");
        if (!File.Exists(path))
        {
            throw new TargetStartException(
                $"'{path}' is missing, without which it can't be a process of its own;"
                    + " allowed: a gateway built as a program (OutputType Exe), whose build puts that file there."
                    + " Build again, or use Hosting.InProcess"
            );
        }
        using var config = JsonDocument.Parse(File.ReadAllBytes(path));
        if (
            config.RootElement.TryGetProperty("runtimeOptions", out var options)
            && options.TryGetProperty("configProperties", out var properties)
            && properties.TryGetProperty("System.StartupHookProvider.IsSupported", out var hooks)
            && hooks.ValueKind == JsonValueKind.False
        )
        {
            throw new TargetStartException(
                $"'{path}' switches startup hooks off, which Hosting.Child needs;"
                    + " allowed: <StartupHookSupport>true</StartupHookSupport> in the gateway's project, or Hosting.InProcess"
            );
        }
        return path;
    }

    private static string DependencyFile() =>
        (AppContext.GetData("APP_CONTEXT_DEPS_FILES") as string)?.Split(';')[0]
            is { Length: > 0 } path
            ? path
            : throw new TargetStartException(
                "this program has no .deps.json, by which a process of its own would find its libraries;"
                    + " allowed: a program that isn't published as a single file, or Hosting.InProcess"
            );

    /// <summary>Of the runtime that this program runs on, which may itself have been started by another executable.</summary>
    private static string DotnetHost()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var path = Path.GetFullPath(
            Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", name)
        );
        return File.Exists(path)
            ? path
            : throw new TargetStartException(
                $"'{path}' is missing; Hosting.Child starts the gateway with the dotnet that this program runs on"
            );
    }
}
