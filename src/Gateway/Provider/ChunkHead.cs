namespace Gateway;

/// <summary>What the chunks of one streamed answer have in common.</summary>
/// <param name="Id">The completion's.</param>
/// <param name="Model">Who answers; null if that is not said.</param>
/// <param name="CreatedAt">When the answer began.</param>
internal readonly record struct ChunkHead(string Id, string? Model, DateTimeOffset CreatedAt);
