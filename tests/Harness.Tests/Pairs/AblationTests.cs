namespace GatewayBench.Tests.Pairs;

public sealed class AblationTests
{
    private const int Pairs = 16;

    [Fact]
    public async Task Verdicts_find_what_costs_something_and_nothing_else()
    {
        PairedComparison[] all =
        [
            await RunAsync("Auth:Enabled=false", ratio: 1.2),
            await RunAsync("Cache:Enabled=false", ratio: 1),
            await RunAsync("Guardrail:Enabled=true", ratio: 0.8),
        ];

        Assert.Equal(
            [Verdict.Improved, Verdict.Unchanged, Verdict.Regressed],
            Ablation.Verdicts(all)
        );
    }

    [Fact]
    public async Task Verdicts_of_many_settings_share_one_alpha()
    {
        // Alone it is called, at the least p-value that seven pairs can have: 1 / 128.
        var one = await RunAsync("One=1", ratio: 0.8, pairs: 7);
        PairedComparison[] many =
        [
            one,
            .. await Task.WhenAll(
                Enumerable.Range(2, 3).Select(i => RunAsync($"Other={i}", ratio: 1, pairs: 7))
            ),
        ];

        Assert.Equal([Verdict.Regressed], Ablation.Verdicts([one]));
        Assert.NotEqual(Verdict.Regressed, Ablation.Verdicts(many)[0]);
    }

    [Fact]
    public async Task What_is_not_over_has_no_verdict_and_pairs_left()
    {
        var begun = Fresh("Auth:Enabled=false", Pairs);
        begun = begun.With(
            await new SimulatedMeter(0.01, 1).MeasureAsync(1, TestContext.Current.CancellationToken)
        );
        PairedComparison[] all = [await RunAsync("One=1", ratio: 1), begun];

        Assert.Null(Ablation.Verdicts(all)[1]);
        Assert.Equal((Pairs - 1, 24), (Ablation.PairsLeft(all), Ablation.SecondsAPair(all)));
        Assert.Null(Ablation.SecondsAPair([Fresh("Auth:Enabled=false", Pairs)]));
    }

    [Fact]
    public async Task The_page_has_all_settings_in_one_table_of_100_columns()
    {
        PairedComparison[] all =
        [
            await RunAsync("Guardrail:Patterns:0:Expression=a", ratio: 1.2),
            Fresh("Cache:Enabled=false", Pairs),
        ];

        string[] lines = [.. ConsoleReport.Lines(AblationPage.Of(all))];

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.Contains("PARTIAL: ended before its time", lines);
        Assert.Single(lines, line => line.Contains("improved", StringComparison.Ordinal));
        Assert.Equal(
            2,
            lines.Count(line => line.StartsWith("| Guardrail:", StringComparison.Ordinal))
        );
    }

    private static PairedComparison Fresh(string setting, int pairs) =>
        Comparisons.New() with
        {
            B = new ComparedArm("Gateway", "aaa", null, [setting]),
            Plan = Comparisons.New().Plan with { Looks = [pairs], MostPairs = pairs },
        };

    private static Task<PairedComparison> RunAsync(
        string setting,
        double ratio,
        int pairs = Pairs
    ) => Comparisons.RunAsync(Fresh(setting, pairs), new SimulatedMeter(0.01, ratio));
}
