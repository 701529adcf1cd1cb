namespace GatewayBench;

/// <summary>
/// A closed loop: a fixed number of users, none of whom starts anything while waiting. It shows
/// what the target can do, and hides its stalls: a stalled target is sent nothing.
/// </summary>
public sealed record ClosedLoad : Load
{
    internal ClosedLoad(int users, TimeSpan duration)
        : base(duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(users, 1);
        Users = users;
    }

    /// <summary>Users at work at the same time.</summary>
    public int Users { get; }
}
