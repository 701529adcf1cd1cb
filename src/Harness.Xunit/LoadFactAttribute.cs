using System.Runtime.CompilerServices;
using Xunit;
using Xunit.v3;

namespace GatewayBench;

/// <summary>
/// A load test: in the category <c>Load</c>, skipped unless the run asks for that category or
/// <c>GATEWAYBENCH_LOAD</c> is 1.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LoadFactAttribute : FactAttribute, ITraitAttribute
{
    /// <summary>What a skipped test says.</summary>
    public const string SkipReason =
        "Load test. Run it with: dotnet test --filter Category=Load (in an IDE: GATEWAYBENCH_LOAD=1)";

    /// <summary>Marks a load test.</summary>
    /// <param name="sourceFilePath">Filled in by the compiler.</param>
    /// <param name="sourceLineNumber">Filled in by the compiler.</param>
    public LoadFactAttribute(
        [CallerFilePath] string? sourceFilePath = null,
        [CallerLineNumber] int sourceLineNumber = -1
    )
        : base(sourceFilePath, sourceLineNumber)
    {
        // Any other value runs the test, which then refuses it by name instead of not running at all.
        if (Environment.GetEnvironmentVariable(Variables.Switch) is null or "" or "0")
        {
            Skip = SkipReason;
        }
    }

    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [new("Category", "Load")];
}
