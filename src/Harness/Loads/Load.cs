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

    /// <summary>The same load with all its times multiplied.</summary>
    /// <exception cref="InvalidOperationException">It is open: its rate would have to grow as well.</exception>
    internal abstract Load Scaled(double scale);

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

    /// <summary>
    /// Users whose number moves evenly from value to value, as in k6's ramping-vus. Who leaves ends
    /// the iteration first; who comes back goes on with the same cookies and session, and does what
    /// the scenario does first once more. A user comes and goes where the line is nearest to it, so
    /// that from 0 to 10 the first one comes at 0.5.
    /// </summary>
    /// <param name="startUsers">Users at the start: 0 to 100,000.</param>
    /// <param name="stages">1 to 100; together above zero and at most 30 days, and not all without users.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static ClosedLoad Closed(int startUsers, params ReadOnlySpan<UserStage> stages) =>
        new(startUsers, [.. stages]);
}
