namespace GatewayBench;

public sealed partial record Profile
{
    /// <summary>One user for ten seconds: does it work at all?</summary>
    /// <param name="over">How long.</param>
    /// <exception cref="FormatException">The text is no duration.</exception>
    public static Profile Smoke(string over = "10s") =>
        new("smoke", GatewayBench.Load.Closed(1, over))
        {
            Purpose = "Whether it works at all, before a longer run",
            Hypothesis = "One user gets right answers, without an error.",
            Slos = Limits("errors<=0%"),
            Watch = ["failed checks", "the first error of each class"],
        };

    /// <summary>The load that is expected at the peak, held.</summary>
    /// <param name="expectedPeak">Users at the peak: 1 to 20,000.</param>
    /// <param name="over">How long.</param>
    /// <exception cref="ArgumentException">The number is out of its range.</exception>
    /// <exception cref="FormatException">The text is no duration.</exception>
    public static Profile Load(int expectedPeak = 50, string over = "5m") =>
        new("load", GatewayBench.Load.Closed(Peak(expectedPeak), over))
        {
            Purpose = "Whether an ordinary peak is served as promised",
            Hypothesis =
                $"{ClosedLoad.UsersText(expectedPeak)}, the expected peak, are served within the SLOs.",
            Watch = ["p95 and p99 over time: flat", "errors by class", "CPU"],
        };

    /// <summary>A number of users for twenty minutes.</summary>
    /// <param name="users">1 to 20,000.</param>
    /// <param name="over">How long.</param>
    /// <exception cref="ArgumentException">The number is out of its range.</exception>
    /// <exception cref="FormatException">The text is no duration.</exception>
    public static Profile Sustained(int users = 30, string over = "20m") =>
        new("sustained", GatewayBench.Load.Closed(Peak(users), over))
        {
            Purpose = "Whether what is served at first is still served at the end",
            Hypothesis =
                $"{ClosedLoad.UsersText(users)} see the same latency at the end as at the start.",
            Watch = ["drift of latency", "memory after collections", "pools that fill up slowly"],
        };

    /// <summary>The expected peak for long: leaks and whatever else takes its time.</summary>
    /// <param name="expectedPeak">Users: 1 to 20,000.</param>
    /// <param name="over">How long; any length makes sense from half an hour to days.</param>
    /// <exception cref="ArgumentException">The number is out of its range.</exception>
    /// <exception cref="FormatException">The text is no duration.</exception>
    public static Profile Soak(int expectedPeak = 50, string over = "30m") =>
        new("soak", GatewayBench.Load.Closed(Peak(expectedPeak), over))
        {
            Purpose = "What only time brings out: leaks, full stores, rotating keys",
            Hypothesis = "Latency, memory and errors at the end are those of the start.",
            Watch = ["memory after collections", "descriptors and sockets", "size of the store"],
        };

    /// <summary>The expected peak, then twice as much: is there room?</summary>
    /// <param name="expectedPeak">Users at the expected peak: 1 to 10,000.</param>
    /// <param name="over">How long each of the two takes.</param>
    /// <exception cref="ArgumentException">The number is out of its range.</exception>
    /// <exception cref="FormatException">The text is no duration.</exception>
    public static Profile Headroom(int expectedPeak = 50, string over = "2m") =>
        new(
            "headroom",
            GatewayBench.Load.Closed(Peak(expectedPeak, most: 10_000), over),
            GatewayBench.Load.Closed(2 * expectedPeak, over)
        )
        {
            Purpose = "Whether twice the expected peak is survived",
            Hypothesis =
                $"{2 * expectedPeak} users, twice the expected peak, are still served within the SLOs.",
            Watch = ["whether the rate doubles with the users", "what p99 does meanwhile"],
        };
}
