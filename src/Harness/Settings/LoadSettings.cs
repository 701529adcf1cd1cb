using System.Collections;

namespace GatewayBench;

/// <summary>What a load run can be told by the environment variables <c>GATEWAYBENCH_*</c>.</summary>
public sealed record LoadSettings
{
    /// <summary>How long each row is measured, after its warm-up: 0.1 to 86,400 s; default 5 s.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Numbers of closed-loop users, one set of rows each: 1 to 20,000; default 32 and 256.</summary>
    public IReadOnlyList<int> Concurrency { get; init; } = [32, 256];

    /// <summary>The longest that a row may warm up before it is measured anyway: 0 to 3,600 s; default 20 s.</summary>
    public TimeSpan WarmUpCap { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How bytes reach the gateway; default <c>loopback</c>.</summary>
    public Transport Transport { get; init; }

    /// <summary>The gateway's loopback port, 0 to 65535; default 0, any free one.</summary>
    public int Port { get; init; }

    /// <summary>The rows to run: <c>core</c> (default), <c>all</c>, or names of rows.</summary>
    public IReadOnlyList<string> Rows { get; init; } = ["core"];

    /// <summary>Seeds every random draw; default 42.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>
    /// A JSONL file of prompts that all users draw from, see <see cref="PromptFeed.FromJsonl"/>;
    /// default what the scenarios say. Relative to the solution's folder.
    /// </summary>
    public string? Prompts { get; init; }

    /// <summary>Where results are written; default <c>artifacts/load</c>. Relative to the solution's folder.</summary>
    public string OutputDirectory { get; init; } = Path.Combine("artifacts", "load");

    /// <summary>The options of a run with everything that the environment gave.</summary>
    /// <param name="options">What the code says; default the defaults.</param>
    /// <exception cref="SettingException">The file of prompts can't be used.</exception>
    public RunOptions Apply(RunOptions? options = null)
    {
        options ??= new RunOptions();
        var folder = Given.Contains(Variables.OutputDirectory) ? null : options.OutputDirectory;
        var solution = WorkFolder.Find(AppContext.BaseDirectory);
        return options with
        {
            Seed = Given.Contains(Variables.Seed) ? Seed : options.Seed,
            Prompts = Prompts is { } file ? ReadPrompts(file) : options.Prompts,
            WarmUpCap = Given.Contains(Variables.WarmUp) ? WarmUpCap : options.WarmUpCap,
            OutputDirectory = folder ?? Path.Combine(solution, OutputDirectory),
            BaselineDirectory =
                options.BaselineDirectory ?? Path.Combine(solution, BaselineStore.UsualFolder),
            FromEnvironment = [.. Given.Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>Refuses variables that a caller has no use for, because a setting that is ignored misleads.</summary>
    /// <exception cref="SettingException">One of them was given.</exception>
    public void RefuseGiven(string why, params ReadOnlySpan<string> variables)
    {
        foreach (var variable in variables)
        {
            if (Given.Contains(variable))
            {
                throw new SettingException(
                    variable,
                    Environment.GetEnvironmentVariable(variable) ?? "",
                    $"not to be set here: {why}"
                );
            }
        }
    }

    /// <summary>
    /// A load with the duration that the environment gave; a closed one once for each number of
    /// users that it gave.
    /// </summary>
    /// <exception cref="SettingException">A variable was given that the load has no use for.</exception>
    public IReadOnlyList<Load> Apply(Load load)
    {
        ArgumentNullException.ThrowIfNull(load);
        var duration = Given.Contains(Variables.Duration) ? Duration : load.Duration;
        if (load is ClosedLoad { Curve: not null })
        {
            RefuseGiven("a load in stages has its users from these", Variables.Concurrency);
            return [load.Lasting(duration)];
        }
        if (load is ClosedLoad closed)
        {
            IReadOnlyList<int> users = Given.Contains(Variables.Concurrency)
                ? Concurrency
                : [closed.Users];
            return [.. users.Select(count => closed.With(count, duration))];
        }
        RefuseGiven("an open load has a rate and not users", Variables.Concurrency);
        return [((OpenLoad)load).Over(duration)];
    }

    /// <summary>The variables that the environment gave; what they say wins over the code.</summary>
    public IReadOnlySet<string> Given { get; init; } = new HashSet<string>();

    /// <summary>Reads the process's environment.</summary>
    /// <exception cref="SettingException">A variable does not parse, is out of range or is unknown.</exception>
    public static LoadSettings FromEnvironment() =>
        From(
            Environment
                .GetEnvironmentVariables()
                .Cast<DictionaryEntry>()
                .Select(entry => KeyValuePair.Create((string)entry.Key, (string?)entry.Value ?? ""))
        );

    internal static LoadSettings From(IEnumerable<KeyValuePair<string, string>> variables) =>
        variables
            .Where(v =>
                v.Key.StartsWith(Variables.Prefix, StringComparison.Ordinal) && v.Value.Length > 0
            )
            .OrderBy(v => v.Key, StringComparer.Ordinal)
            .Aggregate(new LoadSettings(), (settings, v) => settings.With(v.Key, v.Value));

    private LoadSettings With(string name, string value)
    {
        var setting = new SettingText(name, value);
        var changed = name switch
        {
            Variables.Duration => this with { Duration = setting.Seconds(0.1, 86_400) },
            Variables.Concurrency => this with { Concurrency = setting.Integers(1, 20_000) },
            Variables.WarmUp => this with { WarmUpCap = setting.Seconds(0, 3_600) },
            Variables.Transport => this with { Transport = ReadTransport(setting) },
            Variables.Port => this with { Port = setting.Integer(0, 65_535) },
            Variables.Rows => this with { Rows = setting.Names() },
            Variables.Seed => this with { Seed = setting.Unsigned() },
            Variables.Prompts => this with { Prompts = setting.FilePath() },
            Variables.OutputDirectory => this with { OutputDirectory = setting.PathText() },
            Variables.Switch => Checked(setting.OneOf("0", "1")),
            _ => throw setting.Invalid($"one of {string.Join(", ", Variables.All)}"),
        };
        return changed with { Given = new HashSet<string>(Given) { name } };
    }

    private static PromptFeed ReadPrompts(string file)
    {
        try
        {
            return PromptFeed.FromJsonl(
                Path.Combine(WorkFolder.Find(AppContext.BaseDirectory), file)
            );
        }
        catch (Exception e)
            when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new SettingException(
                Variables.Prompts,
                file,
                $"a file of prompts, one JSON object in a line ({e.Message})"
            );
        }
    }

    /// <summary>For a variable that is read elsewhere and only has to be well formed.</summary>
    private LoadSettings Checked(string _) => this;

    private static Transport ReadTransport(SettingText setting) =>
        TransportNames.Parse(setting.Value)
        ?? throw setting.Invalid(
            "loopback, inmemory or testserver; a URL is loaded by a RemoteTarget in code"
        );
}
