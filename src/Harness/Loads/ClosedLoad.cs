using System.Globalization;

namespace GatewayBench;

/// <summary>
/// A closed loop: a fixed number of users, none of whom starts anything while waiting. It shows
/// what the target can do, and hides its stalls: a stalled target is sent nothing.
/// </summary>
public sealed partial record ClosedLoad : Load
{
    internal ClosedLoad(int users, TimeSpan duration)
        : base(duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(users, 1);
        (Users, StartUsers) = (users, users);
    }

    /// <inheritdoc />
    public override string Name =>
        Curve is not null ? $"{UsersText(Users)}, {StagesText}"
        : UsersPerSecond is { } rate
            ? string.Create(CultureInfo.InvariantCulture, $"{UsersText(Users)}, {rate} started/s")
        : UsersText(Users);

    internal static string UsersText(int users) => users == 1 ? "1 user" : $"{users} users";

    /// <summary>Users at work at the same time; of a load in stages, the most.</summary>
    public int Users { get; }

    /// <summary>How many users start in a second; null, the default, if all start at once.</summary>
    public double? UsersPerSecond { get; private init; }

    /// <summary>Spreads the users' starts out evenly, the first one at once.</summary>
    /// <param name="usersPerSecond">Above 0, at most 100,000.</param>
    /// <exception cref="ArgumentException">The value is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The load has stages, which say when users start.</exception>
    public ClosedLoad StartingPerSecond(double usersPerSecond) =>
        Curve is not null
            ? throw new InvalidOperationException(
                "The load has stages, which say when users start; allowed: a load without stages."
            )
        : usersPerSecond is > 0 and <= 100_000 ? this with { UsersPerSecond = usersPerSecond }
        : throw InvalidOption.Exception(
            nameof(usersPerSecond),
            usersPerSecond,
            "above 0, at most 100,000"
        );

    /// <summary>When a user starts, counted from the start of the first.</summary>
    /// <param name="user">From 0.</param>
    internal TimeSpan StartOf(int user) =>
        UsersPerSecond is { } rate
            ? new TimeSpan((long)Math.Round(user * (double)TimeSpan.TicksPerSecond / rate))
            : TimeSpan.Zero;

    internal override Load Lasting(TimeSpan duration) =>
        Curve is null ? With(Users, duration)
        : duration == Duration ? this
        : new ClosedLoad(
            StartUsers,
            [
                .. UserStages.Select(stage =>
                    stage with
                    {
                        Over = stage.Over * (duration / Duration),
                    }
                ),
            ]
        );

    internal override Load Scaled(double scale) =>
        Curve is null
            ? new ClosedLoad(Users, Duration * scale) { UsersPerSecond = UsersPerSecond / scale }
            : Lasting(Duration * scale);

    /// <summary>The same load with what a setting says about it.</summary>
    internal ClosedLoad With(int users, TimeSpan duration) =>
        new(users, duration) { UsersPerSecond = UsersPerSecond };
}
