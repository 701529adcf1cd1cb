using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyModel;

namespace GatewayBench;

/// <summary>The gate that refuses to measure code which was built without optimisation.</summary>
internal static class OptimisedCode
{
    public static bool IsOptimised(Assembly assembly) =>
        assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };

    /// <summary>Looks at an assembly and the libraries that were built with it; what packages hold is their authors' choice.</summary>
    /// <exception cref="UnoptimisedCodeException">One of them was built without optimisation.</exception>
    public static void Require(Assembly assembly)
    {
        foreach (var part in Projects(assembly).Prepend(assembly))
        {
            if (!IsOptimised(part))
            {
                throw new UnoptimisedCodeException(part);
            }
        }
    }

    /// <summary>Lazily: the dependencies of an assembly that is refused itself need not be readable.</summary>
    private static IEnumerable<Assembly> Projects(Assembly assembly)
    {
        if (DependencyContext.Load(assembly) is not { } context)
        {
            yield break;
        }
        var names = context
            .RuntimeLibraries.Where(library => library.Type == "project")
            .SelectMany(library => library.GetDefaultAssemblyNames(context));
        foreach (var name in names)
        {
            if (TryLoad(name) is { } loaded)
            {
                yield return loaded;
            }
        }
    }

    /// <returns>Null for what is not there to be loaded, and so to be measured.</returns>
    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception e) when (e is IOException or BadImageFormatException)
        {
            return null;
        }
    }
}
