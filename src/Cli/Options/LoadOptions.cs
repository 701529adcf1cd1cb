using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>The options that say when the scenario is done: those of a closed load or of an open one.</summary>
internal sealed class LoadOptions
{
    private const double LeastRate = 0.001;
    private const double MostRate = 1_000_000;

    private readonly Option<int> _users = OptionOf.Number(
        "--users",
        "Closed load: users who each wait for their own answer.",
        min: 1,
        max: 20_000
    );

    private readonly Option<double> _usersPerSecond = OptionOf.Number(
        "--users-per-second",
        "How many of the users start in a second. [default: all at once]",
        LeastRate,
        max: 100_000
    );

    private readonly Option<Delay> _thinkTime = OptionOf.ThinkTime(
        "--think-time",
        "How long a user pauses after each answer, such as 2s..8s. [default: not at all]"
    );

    private readonly Option<double> _rate = OptionOf.Number(
        "--rate",
        "Open load: arrivals per second, which wait for nobody.",
        LeastRate,
        MostRate
    );

    private readonly Option<double> _rampTo = OptionOf.Number(
        "--ramp-to",
        "The rate at the end of the measured time. [default: that of the start]",
        LeastRate,
        MostRate
    );

    private readonly Option<string> _arrivals = OptionOf.Choice(
        "--arrivals",
        "How arrivals scatter. [default: constant]",
        "constant",
        "poisson",
        "gamma"
    );

    private readonly Option<double> _burstiness = OptionOf.Number(
        "--burstiness",
        "Of gamma arrivals: 1 is poisson, below is burstier, above smoother.",
        min: 0.05,
        max: 100
    );

    private readonly Option<string> _trace = OptionOf.Text(
        "--trace",
        "file",
        "Open load: arrivals as recorded, a timestamp in a line."
    );

    private readonly Option<int> _maxInFlight = OptionOf.Number(
        "--max-in-flight",
        "Of an open load: hits in flight at the same time. [default: 4096]",
        min: 1,
        max: 65_536
    );

    public Option<TimeSpan> Duration { get; } =
        OptionOf.Duration(
            "--duration",
            "The measured time. [default: 5s]",
            max: TimeSpan.FromHours(24),
            min: TimeSpan.FromMilliseconds(100)
        );

    public IEnumerable<Option> All =>
        [
            _users,
            _usersPerSecond,
            _thinkTime,
            _rate,
            _rampTo,
            _arrivals,
            _burstiness,
            _trace,
            _maxInFlight,
            Duration,
        ];

    /// <summary>Those that a profile has no use for.</summary>
    public IEnumerable<Option> OfOwnLoads =>
        All.Where(option => option != Duration && option != _thinkTime);

    /// <param name="parsed">The command line.</param>
    /// <param name="duration">What holds where the command line says nothing.</param>
    /// <exception cref="UsageException">Options contradict each other, or the load's kind is open.</exception>
    public Load Load(ParseResult parsed, TimeSpan duration)
    {
        parsed.RequireOne(_users, _rate, _trace);
        parsed.Refuse(_users, _rampTo, _arrivals, _burstiness, _maxInFlight);
        parsed.Refuse(_rate, _usersPerSecond, _thinkTime);
        parsed.Refuse(_trace, _usersPerSecond, _thinkTime, _rampTo, _arrivals, _burstiness);
        parsed.Refuse(_trace, Duration);
        return parsed.ValueIfGiven(_users) is { } users
            ? ClosedLoad(parsed, users, parsed.ValueIfGiven(Duration) ?? duration)
            : OpenLoad(parsed, parsed.ValueIfGiven(Duration) ?? duration);
    }

    /// <summary>Whether the command line says when users are at work, and not only for how long.</summary>
    public bool IsGiven(ParseResult parsed) =>
        All.Any(one => one != Duration && parsed.IsGiven(one));

    /// <summary>A load for as long as the command line says, if it does.</summary>
    public Load Lasting(ParseResult parsed, Load load) =>
        parsed.ValueIfGiven(Duration) is { } duration ? load.Lasting(duration) : load;

    /// <returns>How long users pause; null for not at all.</returns>
    public Delay? ThinkTime(ParseResult parsed) => parsed.GetValue(_thinkTime);

    private ClosedLoad ClosedLoad(ParseResult parsed, int users, TimeSpan duration)
    {
        var load = GatewayBench.Load.Closed(users, duration);
        return parsed.ValueIfGiven(_usersPerSecond) is { } rate
            ? load.StartingPerSecond(rate)
            : load;
    }

    private OpenLoad OpenLoad(ParseResult parsed, TimeSpan duration)
    {
        var load = parsed.GetValue(_trace) is { } file ? Recorded(file) : Rated(parsed, duration);
        return parsed.ValueIfGiven(_maxInFlight) is { } hits ? load.WithMaxInFlight(hits) : load;
    }

    private OpenLoad Recorded(string file)
    {
        try
        {
            return GatewayBench.Load.Trace(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"{_trace.Name} is '{file}'; allowed: a file that can be read, with a timestamp in a "
                    + $"line. {e.Message}"
            );
        }
    }

    private OpenLoad Rated(ParseResult parsed, TimeSpan duration)
    {
        var rate = parsed.GetValue(_rate);
        var load = parsed.ValueIfGiven(_rampTo) is { } last
            ? GatewayBench.Load.Ramp(rate, last, duration)
            : GatewayBench.Load.Constant(rate, duration);
        return load.WithArrivals(Arrivals(parsed));
    }

    private Arrivals Arrivals(ParseResult parsed)
    {
        var name = parsed.GetValue(_arrivals);
        var burstiness = parsed.ValueIfGiven(_burstiness);
        if (burstiness is not null != (name == "gamma"))
        {
            throw new UsageException(
                $"{_burstiness.Name} and {_arrivals.Name} gamma belong together; allowed: both or neither."
            );
        }
        return GatewayBench.Arrivals.Of(name, burstiness);
    }
}
