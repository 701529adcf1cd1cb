using System.Diagnostics;
using System.Reflection;

namespace GatewayBench;

/// <summary>The gate that refuses to measure code which was built without optimisation.</summary>
internal static class OptimisedCode
{
    public static bool IsOptimised(Assembly assembly) =>
        assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };

    /// <summary>Looks at an assembly and at all that it uses out of its own folder: a gateway's libraries, and packages.</summary>
    /// <exception cref="UnoptimisedCodeException">One of them was built without optimisation.</exception>
    public static void Require(Assembly assembly)
    {
        var seen = new HashSet<string>();
        var open = new Stack<Assembly>([assembly]);
        while (open.TryPop(out var next))
        {
            if (!IsOptimised(next))
            {
                throw new UnoptimisedCodeException(next);
            }
            foreach (var name in next.GetReferencedAssemblies())
            {
                // Not the framework, which is optimised and large; nor what is not there to be loaded.
                if (
                    seen.Add(name.Name!)
                    && File.Exists(Path.Combine(AppContext.BaseDirectory, name.Name + ".dll"))
                )
                {
                    open.Push(Assembly.Load(name));
                }
            }
        }
    }
}
