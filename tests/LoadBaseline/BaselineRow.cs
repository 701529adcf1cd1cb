namespace GatewayBench.LoadBaseline;

/// <summary>One entry of the baseline: a scenario against one of the gateways.</summary>
/// <param name="Name">What <c>GATEWAYBENCH_ROWS</c> calls it.</param>
/// <param name="Gateway">Makes the gateway, or gives the one that is there.</param>
/// <param name="Scenario">What a user does.</param>
/// <param name="Users">How many at a time.</param>
/// <param name="IsCore">Whether it belongs to the short baseline.</param>
/// <param name="ComparedTo">Name of the scenario beside which its cost is told; null: the first.</param>
internal sealed record BaselineRow(
    string Name,
    Func<Task<GatewayHost<Program>>> Gateway,
    Scenario Scenario,
    IReadOnlyList<int> Users,
    bool IsCore = false,
    string? ComparedTo = null
);
