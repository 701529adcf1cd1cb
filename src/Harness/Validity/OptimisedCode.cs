using System.Diagnostics;
using System.Reflection;

namespace GatewayBench;

/// <summary>The gate that refuses to measure code which was built without optimisation.</summary>
internal static class OptimisedCode
{
    public static bool IsOptimised(Assembly assembly) =>
        assembly.GetCustomAttribute<DebuggableAttribute>() is not { IsJITOptimizerDisabled: true };

    public static void Require(params ReadOnlySpan<Assembly> assemblies)
    {
        foreach (var assembly in assemblies)
        {
            if (!IsOptimised(assembly))
            {
                throw new UnoptimisedCodeException(assembly);
            }
        }
    }
}
