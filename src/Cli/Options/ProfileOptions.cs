using System.CommandLine;

namespace GatewayBench.Cli;

/// <summary>The options of a profile, which takes the place of a load of one's own.</summary>
internal sealed class ProfileOptions
{
    private readonly Option<string> _profile = OptionOf.Choice(
        "--profile",
        "A ready-made load with what is expected of it: see docs/profiles.md.",
        [.. ProfileNames.All]
    );

    private readonly Option<int> _expectedPeak = OptionOf.Number(
        "--expected-peak",
        "Of a profile: users at the expected peak. [default: the profile's]",
        min: 1,
        max: 20_000
    );

    private readonly Option<double> _timeScale = TimeScaleOption.Of(
        "durations, pauses and the provider's time are"
    );

    public IEnumerable<Option> All => [_profile, _expectedPeak, _timeScale];

    public bool IsGiven(ParseResult parsed) => parsed.IsGiven(_profile);

    public double? TimeScale(ParseResult parsed) => parsed.ValueIfGiven(_timeScale);

    /// <param name="parsed">The command line.</param>
    /// <param name="load">Its options of a load.</param>
    /// <param name="settings">May say how long it lasts.</param>
    /// <param name="bench">What a bench file says; null without one.</param>
    /// <returns>Null for a load of one's own.</returns>
    /// <exception cref="UsageException">Options contradict each other.</exception>
    /// <exception cref="ArgumentException">The profile has no use for what is given with it.</exception>
    public Profile? Profile(
        ParseResult parsed,
        LoadOptions load,
        LoadSettings settings,
        BenchLoad? bench
    )
    {
        var name = parsed.GetValue(_profile);
        var peak = parsed.ValueIfGiven(_expectedPeak);
        if (name is null && peak is not null && bench?.Profile is null)
        {
            throw new UsageException(
                $"{_expectedPeak.Name} is given without a profile; allowed: {_profile.Name}, or a bench "
                    + "file with load.profile."
            );
        }
        if (name is not null)
        {
            parsed.Refuse(_profile, [.. load.OfOwnLoads]);
        }
        var profile =
            name is not null ? ProfileNames.Find(name, peak)
            : load.OfOwnLoads.Any(parsed.IsGiven) || bench?.Profile is not { } given ? null
            : peak is null ? given
            : WithPeak(given, peak);
        if (profile is null)
        {
            return null;
        }
        settings.RefuseGiven("the profile has its own users", Variables.Concurrency);
        var duration =
            parsed.ValueIfGiven(load.Duration)
            ?? (
                settings.Given.Contains(Variables.Duration) ? settings.Duration : null as TimeSpan?
            );
        return duration is { } time ? profile.Lasting(time) : profile;
    }

    /// <summary>For as long as it was to last.</summary>
    private static Profile WithPeak(Profile given, int? peak) =>
        ProfileNames.Find(given.Name, peak).Lasting(given.Lasts);
}
