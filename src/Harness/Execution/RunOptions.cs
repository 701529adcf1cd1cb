namespace GatewayBench;

/// <summary>How a run is done, apart from its load.</summary>
public sealed record RunOptions
{
    /// <summary>Seeds every random draw of the users; default 42.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>The longest warm-up; default 20 s; zero measures from the first exchange on.</summary>
    public TimeSpan WarmUpCap { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an exchange may take before it counts as a time-out; default 120 s.</summary>
    public TimeSpan ExchangeTimeout { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>
    /// How long after the measured time of an open load hits are still sent that had to wait for
    /// their turn; what is left then counts as unsent; default 30 s.
    /// </summary>
    public TimeSpan DrainCap { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many of a row's slowest exchanges are kept; default 10, at most 1,000.</summary>
    public int SlowestExchanges { get; init; } = 10;

    /// <summary>What the run is called: the heading of its report and its folder; default <c>load</c>.</summary>
    public string Name { get; init; } = "load";

    /// <summary>What all users draw their prompts from; default what their scenario says.</summary>
    public PromptFeed? Prompts { get; init; }

    /// <summary>
    /// What each row, or the row or part that one names, is judged by; default nothing. They decide
    /// nothing: reports show and results store how they came out.
    /// </summary>
    public IReadOnlyList<Slo> Slos { get; init; } = [];

    /// <summary>The variables that decided something here or in the load; the report repeats them.</summary>
    public IReadOnlyList<string> FromEnvironment { get; init; } = [];

    /// <summary>Likewise what a command line decided, by the names of the variables that could have.</summary>
    public IReadOnlyList<string> FromCommandLine { get; init; } = [];

    /// <summary>Likewise what a bench file decided.</summary>
    internal IReadOnlyList<string> FromBench { get; init; } = [];

    /// <summary>What the run is to show, in words; results keep it. Default nothing.</summary>
    public string? Hypothesis { get; init; }

    /// <summary>What to look at, in words; results keep it. Default nothing.</summary>
    public IReadOnlyList<string> Watch { get; init; } = [];

    /// <summary>
    /// What durations and users' pauses are multiplied by, to try in minutes what takes hours: 0.001 to
    /// 1, default 1. A fake provider's clock must be a <see cref="ScaledTime"/> of the same scale. Loads
    /// must be closed. SLOs of times and rates are then not judged.
    /// </summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>The profile that the rows are of; null for none.</summary>
    internal string? Profile { get; init; }

    /// <summary>Users at the expected peak; null where nobody said.</summary>
    internal int? ExpectedPeak { get; init; }

    /// <summary>Texts that samples of errors must not show, such as keys that a server may repeat; default none.</summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];

    /// <summary>What starts the same run again, for its reports: without secrets; default nothing is said.</summary>
    public string? Command { get; init; }

    /// <summary>The clock that everything is timed by; default the system's.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Where the console report goes, line by line; default nowhere.</summary>
    public Action<string>? Output { get; init; }

    /// <summary>Told about each row as it starts; default nobody.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>
    /// Told how far the run is, with each phase of a row and once a second; default nobody. It is called
    /// where the run waits, and must return at once.
    /// </summary>
    public Action<LiveProgress>? Live { get; init; }

    /// <summary>The folder under which the run gets a folder of its own for its reports; default none is written.</summary>
    public string? OutputDirectory { get; init; }

    /// <summary>
    /// The folder of baselines whose runs of the same machine and rows the page shows beside this one;
    /// default none. It need not exist.
    /// </summary>
    public string? BaselineDirectory { get; init; }

    /// <summary>
    /// Whether the load client and the provider are also loaded alone, for a second or two a row, to
    /// show that neither was what the row measured; default true.
    /// </summary>
    public bool Calibrate { get; init; } = true;

    /// <summary>Whether the run waits until no other load run is at work on this machine; default true.</summary>
    public bool Exclusive { get; init; } = true;

    /// <summary>
    /// Whether the first Ctrl-C or SIGTERM of a run ends the run instead of the process: exchanges in
    /// flight are given up, and what was measured is reported, marked partial. Default true; for a
    /// program that handles these signals itself, false.
    /// </summary>
    public bool StopOnInterrupt { get; init; } = true;

    /// <summary>Tells how many descriptors there are when a row begins; null where there is no limit.</summary>
    internal Func<DescriptorLimit?> Descriptors { get; init; } = DescriptorLimit.Read;

    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Name);
        foreach (var secret in Secrets)
        {
            ArgumentException.ThrowIfNullOrEmpty(secret, nameof(Secrets));
        }
        if (!(TimeScale is >= 0.001 and <= 1))
        {
            throw InvalidOption.Exception(nameof(TimeScale), TimeScale, "0.001 to 1");
        }
        ArgumentOutOfRangeException.ThrowIfLessThan(WarmUpCap, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(DrainCap, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegative(SlowestExchanges);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SlowestExchanges, 1_000);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ExchangeTimeout, TimeSpan.Zero);
        // The longest that a timer takes.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(
            ExchangeTimeout,
            TimeSpan.FromMilliseconds(uint.MaxValue - 1)
        );
    }
}
