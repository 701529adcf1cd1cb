using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace GatewayBench;

/// <summary>Finds libraries of a program that this process wasn't started as.</summary>
internal static class Libraries
{
    /// <summary>From now on whatever this process lacks is looked for there.</summary>
    /// <param name="program">The full path of the program's assembly, with its <c>.deps.json</c> beside.</param>
    /// <exception cref="InvalidOperationException">That file is missing or can't be read.</exception>
    public static void AddOf(string program)
    {
        var resolver = new AssemblyDependencyResolver(program);
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            resolver.ResolveAssemblyToPath(name) is { } file
                ? context.LoadFromAssemblyPath(file)
                : null;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += (_, name) =>
            resolver.ResolveUnmanagedDllToPath(name) is { } file ? NativeLibrary.Load(file) : 0;
    }
}
