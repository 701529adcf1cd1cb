using System.CommandLine;
using System.Net;

namespace GatewayBench.Cli;

/// <summary><c>gatewaybench provider</c>: the fake provider on its own.</summary>
internal sealed class ProviderVerb : Command, IGroupedVerb
{
    /// <summary>A port to remember: any free one is for tests.</summary>
    private const int DefaultPort = 8090;

    private readonly ProviderFlags _flags = new(new FakeProviderOptions { Port = DefaultPort });

    private readonly Option<string> _config = OptionOf.Text(
        "--config",
        "file",
        "A JSON file with the section FakeProvider, such as an appsettings.json."
    );

    private readonly Option<double> _timeScale = TimeScaleOption.Of(
        "delays, outages and the windows of limits are"
    );

    public ProviderVerb()
        : base(
            "provider",
            "Runs the fake LLM provider until Ctrl-C, which ends it with exit code 0. Each option can "
                + "also be a variable or a key of the file: see docs/provider.md. Flags win over "
                + "variables, variables over the file."
        )
    {
        foreach (var option in Groups.SelectMany(group => group.Options))
        {
            Add(option);
        }
        SetAction(RunAsync);
    }

    public IReadOnlyList<OptionsGroup> Groups =>
        [new("General", [_config, _timeScale]), .. _flags.Groups];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        FakeProvider provider;
        try
        {
            provider = await FakeProvider.StartAsync(options => Configure(options, parsed), stop);
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message);
        }
        catch (IOException e)
        {
            await console.Error.WriteLineAsync($"gatewaybench: {e.Message}");
            return ExitCodes.NotStarted;
        }
        await using (provider)
        {
            await console.Output.WriteLineAsync(ProviderGreeting.Of(provider.BaseAddress));
            await Task.Delay(Timeout.Infinite, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await console.Output.WriteLineAsync(ProviderSummary.Of(provider.GetStatistics()));
        return ExitCodes.Success;
    }

    /// <exception cref="ArgumentException">Something that was given is not allowed.</exception>
    private void Configure(FakeProviderOptions options, ParseResult parsed)
    {
        options.Port = DefaultPort;
        if (parsed.ValueIfGiven(_timeScale) is { } scale)
        {
            options.TimeProvider = new ScaledTime(scale);
        }
        var file = parsed.GetValue(_config);
        IReadOnlyList<GivenOption>[] fromWeakest =
        [
            file is null ? [] : ProviderSettings.FromFile(file),
            ProviderSettings.FromEnvironment(),
            [.. _flags.Given(parsed)],
        ];
        foreach (var given in fromWeakest)
        {
            options.Set(given);
        }
        RequireLoopback(options, fromWeakest.SelectMany(given => given));
    }

    /// <summary>As the provider itself does, in the words of the command line.</summary>
    private static void RequireLoopback(
        FakeProviderOptions options,
        IEnumerable<GivenOption> fromWeakest
    )
    {
        if (!options.AllowRemoteClients && !IPAddress.IsLoopback(options.Address))
        {
            var name = fromWeakest.Last(one => one.Setting.Key == nameof(options.Address)).Name;
            throw new UsageException(
                $"{name} is '{options.Address}'; allowed: a loopback address, "
                    + "unless --allow-remote is given."
            );
        }
    }
}
