namespace GatewayBench;

/// <summary>One of the five that most often give way.</summary>
/// <param name="Name">Its rule.</param>
/// <param name="Title">The same in words.</param>
/// <param name="IsWatched">Whether anything told of it: without, nobody knows whether it was reached.</param>
/// <param name="Second">When it was reached, in seconds from the start of the measured time; null if not.</param>
/// <param name="Users">Users, or exchanges in flight, at that time; null if not.</param>
public sealed record ClassicLimit(
    string Name,
    string Title,
    bool IsWatched,
    double? Second,
    int? Users
)
{
    /// <summary>Whether callers felt it, so that it is among the suspects.</summary>
    public bool IsFelt { get; init; }
}
