namespace GatewayBench;

/// <summary>A part of a closed load: the number of users moves evenly from where it was to another.</summary>
/// <param name="Users">How many there are at its end: 0 to 100,000.</param>
/// <param name="Over">How long it takes: from zero, which is a jump, to 30 days.</param>
/// <param name="Name">What reports call it; null for none.</param>
public readonly record struct UserStage(int Users, TimeSpan Over, string? Name = null)
{
    /// <inheritdoc cref="UserStage(int, TimeSpan, string)" />
    /// <param name="users">How many there are at its end: 0 to 100,000.</param>
    /// <param name="over">Such as <c>30s</c> or <c>5m</c>.</param>
    /// <param name="name">What reports call it; null for none.</param>
    /// <exception cref="FormatException">The text is no duration.</exception>
    public UserStage(int users, string over, string? name = null)
        : this(users, Duration.Parse(over), name) { }
}
