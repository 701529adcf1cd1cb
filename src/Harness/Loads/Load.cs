namespace GatewayBench;

/// <summary>
/// When a scenario is done, and for how long: closed, by users who each wait for their own answers,
/// or open, by arrivals that wait for nobody.
/// </summary>
public abstract partial record Load
{
    private protected Load(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(duration, TimeSpan.Zero);
        Duration = duration;
    }

    /// <summary>The measured time, warm-up and drain excluded.</summary>
    public TimeSpan Duration { get; }

    /// <summary>What it is, for tables and headings, such as <c>32 users</c>, <c>32 users, 10 started/s</c> or <c>poisson 5,000/s</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The same load in another time.</summary>
    internal abstract Load Lasting(TimeSpan duration);

    /// <summary>Users who each start the next exchange as soon as the last one has ended.</summary>
    /// <param name="users">From 1.</param>
    /// <param name="duration">Above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static ClosedLoad Closed(int users, TimeSpan duration) => new(users, duration);

    /// <inheritdoc cref="Closed(int, TimeSpan)" />
    /// <param name="users">From 1.</param>
    /// <param name="duration">Such as <c>5s</c> or <c>2m</c>.</param>
    public static ClosedLoad Closed(int users, string duration) =>
        new(users, GatewayBench.Duration.Parse(duration));
}
