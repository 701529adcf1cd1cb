using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace GatewayBench;

/// <summary>
/// How a child is started: the gateway's own assembly with the runtime settings that it ships with,
/// and the libraries of this program, which hold all of the gateway's and the harness besides. A
/// gateway that this program was built without has its own, and finds the harness's by the hook.
/// </summary>
internal static class ChildLaunch
{
    private const string DependencyEnding = ".deps.json";

    /// <exception cref="TargetStartException">A file that this needs is missing, or forbids it.</exception>
    public static ProcessStartInfo Of(Assembly gateway, GatewayHostSetup setup)
    {
        var config = RequireRuntimeConfig(RuntimeConfig.PathOf(gateway.Location));
        string[] command =
        [
            "exec",
            "--runtimeconfig",
            config,
            "--depsfile",
            setup.HasOwnLibraries
                ? Path.ChangeExtension(gateway.Location, DependencyEnding)
                : DependencyFile(),
            // One built for an older runtime has to run where the harness can.
            .. RuntimeConfig.Runtime(config) < Environment.Version.Major
                ? ["--roll-forward", "LatestMajor"]
                : Array.Empty<string>(),
            gateway.Location,
        ];
        var start = Dotnet(command);
        start.WorkingDirectory = Path.GetDirectoryName(gateway.Location)!;
        foreach (var name in start.Environment.Keys.Where(ProviderKeys.IsProviderKey).ToList())
        {
            start.Environment[name] = ProviderKeys.Placeholder;
        }
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        var hook = typeof(StartupHook).Assembly;
        // A name is looked up among the child's libraries, to which a foreign gateway's don't add us.
        start.Environment[StartupHook.Variable] = setup.HasOwnLibraries
            ? hook.Location
            : hook.GetName().Name;
        if (setup.HeapLimit is { } limit)
        {
            // The runtime reads its variables as hexadecimal numbers.
            start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString(
                "X",
                CultureInfo.InvariantCulture
            );
        }
        return start;
    }

    /// <summary>The runtime that this program runs on, with lines of text to and from it.</summary>
    /// <exception cref="TargetStartException">It is not where it should be.</exception>
    public static ProcessStartInfo Dotnet(params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo(DotnetHost())
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        return start;
    }

    /// <exception cref="TargetStartException">The file is missing, or rules a child out.</exception>
    public static string RequireRuntimeConfig(string path)
    {
        if (!File.Exists(path))
        {
            throw new TargetStartException(
                $"'{path}' is missing, without which it can't be a process of its own;"
                    + " allowed: a gateway built as a program (OutputType Exe), whose build puts that file there."
                    + " Build again, or use Hosting.InProcess"
            );
        }
        return RuntimeConfig.Switch(path, "System.StartupHookProvider.IsSupported") ?? true
            ? path
            : throw new TargetStartException(
                $"'{path}' switches startup hooks off, which Hosting.Child needs;"
                    + " allowed: <StartupHookSupport>true</StartupHookSupport> in the gateway's project, or Hosting.InProcess"
            );
    }

    /// <summary>The full path of this program's assembly, whose libraries are the harness's too.</summary>
    /// <exception cref="TargetStartException">It is a single file.</exception>
    public static string Program() => DependencyFile()[..^DependencyEnding.Length] + ".dll";

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
