using System.Globalization;

namespace GatewayBench;

/// <summary>The settings that a run used, and who decided each.</summary>
internal static class SettingsInForce
{
    /// <summary>What results call a setting that no variable has.</summary>
    public const string ExchangeTimeout = "exchange time-out";

    /// <inheritdoc cref="ExchangeTimeout" />
    public const string TimeScale = "time scale";

    /// <inheritdoc cref="ExchangeTimeout" />
    public const string Hosting = "hosting";

    /// <inheritdoc cref="ExchangeTimeout" />
    public const string HeapLimit = "heap limit";

    /// <param name="rows">All of the run.</param>
    /// <param name="targets">Those that were loaded so far.</param>
    /// <param name="options">Of the run.</param>
    public static SettingOrigin[] Of(
        IReadOnlyList<Row> rows,
        IReadOnlyList<TargetInfo> targets,
        RunOptions options
    )
    {
        var durations = rows.Select(row => row.Load.Duration.TotalSeconds).Distinct();
        var loads = rows.Select(row => row.LoadName).Distinct();
        return
        [
            Setting(Variables.Duration, string.Join(',', durations.Select(Text))),
            Setting(Variables.Concurrency, string.Join(", ", loads)),
            Setting(Variables.WarmUp, Text(options.WarmUpCap.TotalSeconds)),
            Setting(ExchangeTimeout, Text(options.ExchangeTimeout.TotalSeconds)),
            Setting("drain cap", Text(options.DrainCap.TotalSeconds)),
            Setting(Variables.Prompts, string.Join(", ", rows.Select(FeedOf).Distinct())),
            Setting(Variables.Seed, options.Seed.ToString(CultureInfo.InvariantCulture)),
            .. options.TimeScale == 1
                ? Array.Empty<SettingOrigin>()
                : [Setting(TimeScale, TimeScaling.Text(options.TimeScale))],
            .. HowHosted([.. targets.Where(target => !target.IsRemote)]),
        ];

        SettingOrigin Setting(string name, string value) =>
            new(
                name,
                value,
                options.FromCommandLine.Contains(name) ? "option"
                    : options.FromEnvironment.Contains(name) ? "environment"
                    : options.FromBench.Contains(name) ? "bench"
                    : "code"
            );

        // Nobody decides these about what runs elsewhere.
        IEnumerable<SettingOrigin> HowHosted(TargetInfo[] hosted) =>
            hosted.Length == 0
                ? []
                :
                [
                    Setting(Variables.Transport, All(hosted, TransportOf)),
                    Setting(Hosting, All(hosted, target => target.Hosting)),
                    Setting(HeapLimit, All(hosted, HeapLimitOf)),
                ];

        string FeedOf(Row row) => (options.Prompts ?? row.Scenario.Feed).Name;
    }

    private static string All(TargetInfo[] targets, Func<TargetInfo, string> of) =>
        string.Join(", ", targets.Select(of).Distinct());

    /// <summary>Without what connections are like, which is decided elsewhere.</summary>
    private static string TransportOf(TargetInfo target) => target.Transport.Split(',')[0];

    private static string HeapLimitOf(TargetInfo target) =>
        target.HeapLimitBytes is { } bytes ? Units.Bytes(bytes) : "none";

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
