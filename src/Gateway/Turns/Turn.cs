namespace Gateway;

/// <summary>One thing that a caller says to the agent, whatever endpoint it came by.</summary>
/// <param name="Owner">Who says it; sessions belong to their owner.</param>
/// <param name="SessionId">The conversation that it continues or begins.</param>
/// <param name="Message">What is said.</param>
internal sealed record Turn(string Owner, string SessionId, string Message)
{
    /// <summary>Stored once under this id, however often it is tried. By default a new one.</summary>
    public string Id { get; init; } = Guid.CreateVersion7().ToString("N");
}
