namespace GatewayBench;

/// <summary>A stub's part in a scenario.</summary>
/// <param name="Name">Which scenario.</param>
/// <param name="RequiredState">Only in this state it answers; null: in any.</param>
/// <param name="NewState">The state after its answer; null: it stays.</param>
internal sealed record StubScenario(string Name, string? RequiredState, string? NewState)
{
    /// <summary>The state that every scenario begins in, and goes back to.</summary>
    public const string Started = "Started";
}
