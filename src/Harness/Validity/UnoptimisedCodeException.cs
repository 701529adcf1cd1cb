using System.Reflection;

namespace GatewayBench;

/// <summary>An assembly that would be measured was built without optimisation.</summary>
public sealed class UnoptimisedCodeException(Assembly assembly)
    : Exception(
        $"'{assembly.GetName().Name}' was built without optimisation ({assembly.Location}),"
            + " so its figures would mean nothing; allowed: a Release build."
            + " Run `dotnet test --filter Category=Load` without --no-build, or build with -c Release."
    );
