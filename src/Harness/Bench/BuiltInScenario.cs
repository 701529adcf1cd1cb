namespace GatewayBench;

/// <summary>One of <see cref="GatewayScenarios"/> under the name that bench files know it by.</summary>
/// <param name="Name">Such as <c>chat</c>.</param>
/// <param name="Make">Makes it of what the file says.</param>
/// <param name="Takes">The keys that it has a use for.</param>
internal sealed record BuiltInScenario(
    string Name,
    Func<BenchMap, Scenario> Make,
    params IReadOnlyList<BenchKey> Takes
);
