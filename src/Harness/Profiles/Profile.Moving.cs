namespace GatewayBench;

public sealed partial record Profile
{
    private const int SpikeFactor = 10;

    /// <summary>More and more users.</summary>
    /// <param name="from">Users at the start: 0 to 20,000.</param>
    /// <param name="to">Users at the end: 1 to 20,000.</param>
    /// <param name="over">How long it takes.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    /// <exception cref="FormatException">The text is no duration.</exception>
    public static Profile Ramp(int from = 1, int to = 100, string over = "5m") =>
        new("ramp", GatewayBench.Load.Closed(from, new UserStage(Peak(to), over, "ramp")))
        {
            Purpose = "At how many users it begins to hurt",
            Hypothesis =
                $"From {from} to {to} users the rate grows with the users, and the SLOs hold.",
            Watch =
            [
                "where the rate stops growing",
                "where p99 leaves its level",
                "the first error",
            ],
        };

    /// <summary>Everybody at once, out of nothing, and then for a while.</summary>
    /// <param name="to">Users: 1 to 20,000.</param>
    /// <param name="rise">How long it takes until all are there.</param>
    /// <param name="over">How long it takes in all: longer than the rise.</param>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    /// <exception cref="FormatException">A text is no duration.</exception>
    public static Profile Burst(int to = 50, string rise = "10s", string over = "2m")
    {
        var hold = Time(over) - Time(rise);
        if (hold <= TimeSpan.Zero)
        {
            throw InvalidOption.Exception(
                nameof(over),
                over,
                $"longer than {nameof(rise)}, {rise}"
            );
        }
        return new(
            "burst",
            GatewayBench.Load.Closed(
                0,
                new UserStage(Peak(to), rise, "rise"),
                new UserStage(to, hold, "hold")
            )
        )
        {
            Purpose = "Whether a crowd that comes out of nothing is taken in",
            Hypothesis =
                $"{ClosedLoad.UsersText(to)} who come nearly at once are served within the SLOs.",
            Watch = ["errors during the rise", "connections", "thread-pool queue", "cold caches"],
        };
    }

    /// <summary>Ramp, burst and sustained in sequence, with one report.</summary>
    public static Profile Full()
    {
        Profile[] parts = [Ramp(), Burst(), Sustained()];
        return new("full", [.. parts.SelectMany(part => part.Loads)])
        {
            Purpose = "Ramp, burst and sustained in sequence, with one report",
            Hypothesis = string.Join(" ", parts.Select(part => part.Hypothesis)),
            Watch = [.. parts.SelectMany(part => part.Watch).Distinct()],
        };
    }

    /// <summary>A load, ten times as much of it, and the load again: how long until all is as before?</summary>
    /// <param name="users">Before and after: 1 to 2,000.</param>
    /// <param name="before">How long the load lasts that the rest is compared with.</param>
    /// <param name="spike">How long ten times as many are there.</param>
    /// <param name="after">How long it is watched whether it recovers.</param>
    /// <exception cref="ArgumentException">The number is out of its range.</exception>
    /// <exception cref="FormatException">A text is no duration.</exception>
    public static Profile Spike(
        int users = 10,
        string before = "60s",
        string spike = "30s",
        string after = "2m"
    )
    {
        var most = SpikeFactor * Peak(users, most: 2_000);
        return new(
            "spike",
            GatewayBench.Load.Closed(
                users,
                new UserStage(users, before, "baseline"),
                new UserStage(most, TimeSpan.Zero),
                new UserStage(most, spike, "spike"),
                new UserStage(users, TimeSpan.Zero),
                new UserStage(users, after, SpikeRecovery.Stage)
            )
        )
        {
            Purpose = "How it takes ten times its load, and how soon it is back",
            Hypothesis =
                $"After {most} users, p99 and errors are soon what they were with {users} before.",
            Slos = Limits("errors<5%", $"p95<3s in {SpikeRecovery.Stage}"),
            Watch =
            [
                "seconds until it has recovered",
                "errors during the spike",
                "queues that stay",
            ],
        };
    }

    /// <summary>Steps of more and more users until one fails, then between the last two: where is the edge?</summary>
    /// <param name="from">Users of the first step: 1 to 20,000.</param>
    /// <param name="to">The most that are tried: up to 20,000.</param>
    /// <param name="step">How long each step is measured.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    /// <exception cref="FormatException">The text is no duration.</exception>
    public static Profile Breakpoint(int from = 10, int to = 10_000, string step = "30s") =>
        new("breakpoint", GatewayBench.Load.Closed(Peak(from), step))
        {
            SearchedTo =
                Peak(to) >= from
                    ? to
                    : throw InvalidOption.Exception(nameof(to), to, $"{from} to 20,000"),
            Purpose = "How many users it can serve, and with how many it breaks",
            Hypothesis =
                "It breaks: over 5 % of the requests fail, or an SLO is missed in two steps running.",
            Watch = ["the last step that held", "what gave way in the first that did not"],
        };
}
