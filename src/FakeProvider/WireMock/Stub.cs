using System.Text.Json;

namespace GatewayBench;

/// <summary>One mapping: which requests it answers, and how.</summary>
internal sealed class Stub
{
    public const int DefaultPriority = 5;

    public required Guid Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The lowest number goes first.</summary>
    public int Priority { get; init; } = DefaultPriority;

    public StubScenario? Scenario { get; init; }

    public RequestPattern Request { get; init; } = RequestPattern.Everything;

    public StubResponse Response { get; init; } = StubResponse.Default;

    /// <summary>The mapping as it was given.</summary>
    public required JsonElement Json { get; init; }
}
