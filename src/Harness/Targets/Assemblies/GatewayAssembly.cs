using System.Reflection;
using System.Runtime.Loader;

namespace GatewayBench;

/// <summary>
/// A gateway that this program was not built with, loaded from its own folder together with its own
/// libraries. What both have is this program's: the types of hosting must be the same on both sides.
/// </summary>
internal static class GatewayAssembly
{
    /// <summary>A host for it. There can be one in a process, whose base folder becomes the gateway's.</summary>
    /// <param name="path">The full path of its assembly.</param>
    /// <exception cref="TargetStartException">It is no program, or a file beside it is missing.</exception>
    public static IGatewayHost Host(string path)
    {
        try
        {
            var entryPoint = Load(path).EntryPoint?.DeclaringType ?? throw NoProgram(path);
            var host = (IGatewayHost)
                Activator.CreateInstance(typeof(GatewayHost<>).MakeGenericType(entryPoint))!;
            host.Setup.HasOwnLibraries = true;
            return host;
        }
        catch (Exception e)
            when (e is BadImageFormatException or IOException or InvalidOperationException)
        {
            throw new TargetStartException($"'{path}' can't be loaded: {e.Message}", e);
        }
    }

    private static Assembly Load(string path)
    {
        var dependencies = Path.ChangeExtension(path, ".deps.json");
        if (!File.Exists(dependencies))
        {
            throw new TargetStartException(
                $"'{dependencies}' is missing, by which the gateway's libraries are found; "
                    + "allowed: the folder that its build or publish made, whole."
            );
        }
        Libraries.AddOf(path);
        // Where it would be if it had been started itself; the factory looks for its files there.
        AppContext.SetData(
            "APP_CONTEXT_BASE_DIRECTORY",
            Path.GetDirectoryName(path) + Path.DirectorySeparatorChar
        );
        return AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
    }

    private static TargetStartException NoProgram(string path) =>
        new($"'{path}' has no entry point; allowed: the assembly of a program, not of a library.");
}
