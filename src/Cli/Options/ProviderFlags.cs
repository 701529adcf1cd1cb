using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>The flags of the provider's options, made from the table of all options.</summary>
internal sealed class ProviderFlags
{
    private readonly LatencyOptions _latency = new();

    /// <summary>In the order of the table.</summary>
    private readonly IReadOnlyList<(OptionSetting Setting, Option<string[]> Flag)> _flags;

    /// <param name="defaults">Whose values the help shows.</param>
    public ProviderFlags(FakeProviderOptions defaults) =>
        _flags = [.. OptionTable.All.Select(setting => (setting, Flag(setting, defaults)))];

    /// <summary>As the help groups them.</summary>
    public IEnumerable<OptionsGroup> Groups =>
        OptionTable.Groups.Select(group => new OptionsGroup(
            group.Title,
            [.. group.Settings.SelectMany(FlagsOf)]
        ));

    /// <summary>What the user wrote.</summary>
    /// <exception cref="UsageException">Flags contradict each other.</exception>
    public IEnumerable<GivenOption> Given(ParseResult parsed)
    {
        foreach (var (setting, flag) in _flags)
        {
            if (parsed.IsGiven(flag))
            {
                parsed.Refuse(flag, IsLatency(setting) ? [_latency.P50, _latency.P99] : []);
                string[] texts = parsed.GetValue(flag) is { Length: > 0 } written
                    ? written
                    : [bool.TrueString];
                yield return new GivenOption(setting, setting.Flag, texts);
            }
            else if (
                IsLatency(setting) && (parsed.IsGiven(_latency.P50) || parsed.IsGiven(_latency.P99))
            )
            {
                yield return new GivenOption(
                    setting,
                    _latency.P50.Name,
                    [_latency.Delay(parsed).ToString()]
                );
            }
        }
    }

    private IEnumerable<Option> FlagsOf(OptionSetting setting) =>
        _flags
            .Where(one => one.Setting == setting)
            .Select(Option (one) => one.Flag)
            .Concat(IsLatency(setting) ? [_latency.P50, _latency.P99] : []);

    private static bool IsLatency(OptionSetting setting) =>
        setting.Key == nameof(FakeProviderOptions.Latency);

    private static Option<string[]> Flag(OptionSetting setting, FakeProviderOptions defaults)
    {
        var more =
            setting.IsList ? " Can be given again."
            : setting.IsSwitch ? ""
            : $" [default: {setting.TextOf(defaults)}]";
        return new Option<string[]>(setting.Flag)
        {
            HelpName = setting.ValueName,
            CustomParser = result => [.. result.Tokens.Select(token => token.Value)],
            Description = setting.Meaning + more,
            Arity =
                setting.IsList ? ArgumentArity.OneOrMore
                : setting.IsSwitch ? ArgumentArity.ZeroOrOne
                : ArgumentArity.ExactlyOne,
        };
    }
}
