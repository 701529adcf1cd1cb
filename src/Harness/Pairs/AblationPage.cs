using System.Globalization;

namespace GatewayBench;

/// <summary>What each setting costs, as a page.</summary>
internal static class AblationPage
{
    /// <param name="all">A comparison for each setting; at least one.</param>
    public static ReportPage Of(IReadOnlyList<PairedComparison> all) =>
        new(
            $"{all[0].Name}: what each setting costs",
            [.. Facts(all)],
            all.Any(one => one.Results.Count > 0) ? [Table(all)] : [],
            [
                .. new[]
                {
                    new ReportSection("No verdict", [.. Refused(all)]),
                    new ReportSection("Discarded pairs", [.. Discarded(all)]),
                }.Where(section => section.Lines.Count > 0),
            ]
        );

    /// <summary>What is switched, as reports name it.</summary>
    public static string SwitchOf(PairedComparison one) => string.Join(", ", one.B.Settings);

    private static IEnumerable<string> Facts(IReadOnlyList<PairedComparison> all)
    {
        var first = all[0];
        if (all.Any(one => !Ablation.IsOver(one)))
        {
            yield return "PARTIAL: ended before its time";
        }
        yield return $"as configured: {first.A}";
        yield return $"{first.Plan.Conditions} an arm, seed {first.Plan.Seed.ToString(CultureInfo.InvariantCulture)}, "
            + $"{first.Plan.MostPairs} pairs for each of {all.Count} settings";
        yield return Fingerprint.Of(first.Machine).Title;
    }

    private static MarkdownTable Table(IReadOnlyList<PairedComparison> all)
    {
        var table = new MarkdownTable(
            "Switched",
            "Metric",
            "Change",
            "95 % interval",
            "Pairs",
            "Verdict"
        );
        foreach (var (one, verdict) in all.Zip(Ablation.Verdicts(all)))
        {
            foreach (var series in one.Results)
            {
                table.Add(
                    SwitchOf(one),
                    series.Metric,
                    Units.Change(series.Ratio),
                    series.Low is null ? Units.Nothing : ComparisonLines.IntervalOf(series),
                    Units.Count(series.Pairs),
                    series.Role == "primary" && verdict is { } known
                        ? PairedResults.Label(known)
                        : Units.Nothing
                );
            }
        }
        return table.WithNote(
            "Changes are those that the switch makes. Verdicts of all settings share one alpha (Holm)."
        );
    }

    private static IEnumerable<string> Refused(IReadOnlyList<PairedComparison> all) =>
        from one in all
        where one.Refusal is not null
        select $"{SwitchOf(one)}: {one.Refusal}";

    private static IEnumerable<string> Discarded(IReadOnlyList<PairedComparison> all) =>
        from one in all
        from pair in one.Pairs
        where pair.Discarded is not null
        select $"{SwitchOf(one)}, pair {pair.Number}: {pair.Discarded}";
}
