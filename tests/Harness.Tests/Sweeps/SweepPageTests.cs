namespace GatewayBench.Tests.Sweeps;

public sealed class SweepPageTests
{
    [Fact]
    public void It_shows_each_value_and_marks_the_one_to_choose()
    {
        var sweep = Judged(
            Sweep.Of((point, round) => Sweep.Figures(round, errors: point == 1 ? 0.02 : 0.05)) with
            {
                Configured = 0,
            }
        );

        string[] lines = [.. ConsoleReport.Lines(SweepPage.Of(sweep))];

        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.Contains(lines, line => line.StartsWith("| 0.1 (now)", StringComparison.Ordinal));
        Assert.Contains(
            lines,
            line => line.StartsWith("| 0.5 *", StringComparison.Ordinal) && line.Contains("2.0 %")
        );
        Assert.Contains("  Breaker:Ratio=0.5", lines);
        Assert.Contains("RECOMMENDED: Breaker:Ratio=0.5, by failures", lines);
        Assert.Contains(
            "<strong>RECOMMENDED: Breaker:Ratio=0.5, by failures</strong>",
            SweepHtml.Text(sweep),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_is_left_and_what_may_not_be_used_is_said()
    {
        var sweep = Sweep.Of((_, round) => Sweep.Figures(round));
        var begun = sweep with
        {
            Runs =
            [
                sweep.Runs[0] with
                {
                    Invalid = ["steal: 9.0 %"],
                },
                .. sweep.Runs.Skip(1).Take(4),
            ],
        };

        string[] lines = [.. ConsoleReport.Lines(SweepPage.Of(begun))];

        Assert.Contains("PARTIAL: 5 of 9 runs", lines);
        Assert.Contains("  round 1, 0.1: steal: 9.0 %", lines);
    }

    [Fact]
    public void The_stored_form_is_documented() =>
        Reporting.CommittedSchema.Require(typeof(SweepResult), SweepFile.Options, "sweep");

    private static SweepResult Judged(SweepResult sweep) =>
        sweep with
        {
            Recommendation = SweepJudge.Of(sweep),
        };
}
