using System.Globalization;

namespace GatewayBench;

/// <summary>
/// How a row was loaded, apart from its load: what must be the same for two rows to be compared, in
/// baselines and side by side.
/// </summary>
internal static class RowConditions
{
    private const string Transport = "transport";
    private const string Hosting = "hosting";
    private const string Seconds = "measured seconds";
    private const string Target = "target";
    private const string Settings = "settings of the target";
    private const string Provider = "options of the provider";

    /// <summary>
    /// Settings that say nothing about how the row was loaded (a warm-up ends by itself), or that
    /// the row tells better.
    /// </summary>
    private static readonly string[] LeftOut =
    [
        Variables.Concurrency,
        Variables.Duration,
        Variables.WarmUp,
        Variables.Transport,
        SettingsInForce.Hosting,
    ];

    /// <summary>What older versions did not store: where one side does not tell, nothing is said.</summary>
    private static readonly string[] NotAlwaysKnown = [Provider, SettingsInForce.HeapLimit];

    /// <exception cref="InvalidDataException">The result does not tell which of its targets the row loaded.</exception>
    public static SortedDictionary<string, string> Of(RowResult row, LoadResult result)
    {
        var target = TargetOf(row, result);
        var conditions = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [Target] = target.Name,
            [Transport] = row.Transport,
            [Hosting] = target.Hosting,
            [Settings] = target.Settings.Count == 0 ? "none" : string.Join(", ", target.Settings),
            [Seconds] = Math.Round(row.MeasuredSeconds, 1).ToString(CultureInfo.InvariantCulture),
        };
        if (target.ProviderOptions is { } options)
        {
            conditions[Provider] =
                options.Count == 0 ? "all by default" : string.Join(", ", options);
        }
        foreach (var setting in result.Settings)
        {
            // What feeds prompts by default is each scenario's own, and a run's list of them.
            var isOwn = setting is { Name: Variables.Prompts, Origin: "code" };
            if (!isOwn && !LeftOut.Contains(setting.Name))
            {
                conditions[setting.Name] = setting.Value;
            }
        }
        return conditions;
    }

    /// <summary>What differs, as far as both tell.</summary>
    public static IReadOnlyList<FactChange> Changes(
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> after
    ) =>
        [
            .. FactChange
                .Between(before, after)
                .Where(change =>
                    change is { Before: not null, After: not null }
                    || !NotAlwaysKnown.Contains(change.Name)
                ),
        ];

    /// <summary>
    /// Whether somebody may look at two results because just this differs: another build's address,
    /// a setting of the gateway; or because it only makes them differ by more chance. Baselines, which
    /// nobody looks at side by side, take no notice of that.
    /// </summary>
    public static bool MayBeLookedAt(string condition) =>
        condition is Target or Settings or Variables.Seed;

    /// <summary>What rows of one table have in common.</summary>
    public static string InWords(BaselineRow row) =>
        $"{row.Conditions.GetValueOrDefault(Target)}, {row.Conditions.GetValueOrDefault(Transport)}, "
        + $"{row.Conditions.GetValueOrDefault(Hosting)}, {row.Conditions.GetValueOrDefault(Seconds)} s a row";

    private static TargetInfo TargetOf(RowResult row, LoadResult result) =>
        row.Target is { } position && position >= 0 && position < result.Targets.Count
            ? result.Targets[position]
        : result.Targets is [var only] ? only
        : throw new InvalidDataException(
            $"'{row.Name}, {row.Load}' does not say which of {result.Targets.Count} targets it loaded,"
                + " as results of older versions don't; allowed: a result that does. Measure again."
        );
}
