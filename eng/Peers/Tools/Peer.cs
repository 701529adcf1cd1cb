namespace GatewayBench.Peers;

/// <summary>Another load generator, run as a process of its own.</summary>
internal abstract class Peer
{
    /// <summary>In the order in which a round runs them.</summary>
    public static readonly IReadOnlyList<Peer> All =
    [
        new Wrk(),
        new H2Load(),
        new Hey(),
        new ApacheBench(),
        new Autocannon(),
    ];

    /// <summary>What it is called on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it is called in a table: its name, and the options that say how it works.</summary>
    public abstract string Title { get; }

    /// <summary>As the help shows defaults.</summary>
    public override string ToString() => Name;

    /// <summary>The command that installs it.</summary>
    public abstract string Install { get; }

    public virtual bool IsInstalled => IsOnPath(Name);

    /// <summary>Its command line, the program first.</summary>
    public abstract IReadOnlyList<string> Command(Uri url, int users, int seconds);

    /// <summary>Reads what it printed.</summary>
    /// <returns>Requests per second, all of them answered with a success.</returns>
    /// <exception cref="InvalidDataException">It saw errors, or printed something else.</exception>
    public abstract double Read(string output);

    public async Task<double> RunAsync(
        Uri url,
        int users,
        int seconds,
        CancellationToken cancellationToken
    )
    {
        var output = await PeerProcess.RunAsync(
            Command(url, users, seconds),
            TimeSpan.FromSeconds(seconds),
            cancellationToken
        );
        var rate = Read(output);
        return rate > 0 ? rate : throw Failed("measured nothing", output);
    }

    public static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    protected InvalidDataException Failed(string what, string output) =>
        new($"{Name} {what}:{Environment.NewLine}{output.Trim()}");
}
