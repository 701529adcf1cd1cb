using GatewayBench.EngineCost;
using GatewayBench.Peers;
using GatewayBench.VerdictTruth;

namespace GatewayBench.EndToEnd;

/// <summary>What is made of runs that are kept; the runs themselves take hours on a machine at rest.</summary>
public sealed class VerdictTruthTests : IDisposable
{
    private const string Documented = "dotnet run --project eng/VerdictTruth -c Release";

    private readonly ScratchFolder _scratch = new();
    private readonly KeptRuns _kept;

    public VerdictTruthTests() => _kept = new KeptRuns(_scratch.Path);

    public static bool Runs(string command) => command == Documented;

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task What_is_kept_in_the_repository_is_reported()
    {
        var (exitCode, output) = await MeasuringProgram.RunAsync("VerdictTruth", "");

        Assert.True(exitCode is 0 or 1, output);
        Assert.Contains("| figure", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_of_one_build_are_judged_as_comparisons()
    {
        _kept.Add("aa", KnownRuns.Run(null, KnownRuns.Noise(56)));
        _kept.Add("aa", KnownRuns.Run(null, KnownRuns.Noise(64)));

        var figures = Figures();

        Assert.Equal(("120", true), Of(figures, "A/A: pairs"));
        var (alarms, isMet) = Of(figures, "A/A: alarms, in sequence");
        Assert.StartsWith(
            "0.00 % regressed, 0.00 % improved of ",
            alarms,
            StringComparison.Ordinal
        );
        Assert.True(isMet);
        Assert.EndsWith(
            "of 10,000",
            Of(figures, "A/A: alarms, resampled").Value,
            StringComparison.Ordinal
        );
        Assert.StartsWith("1.0000", Of(figures, "A/A, OK/s: 2nd / 1st").Value);
    }

    [Fact]
    public void Pairs_that_lean_are_alarms_and_fewer_than_promised_are_missed()
    {
        _kept.Add("aa", KnownRuns.Run(null, KnownRuns.Noise(60).Select(ratio => ratio - 0.05)));

        var figures = Figures();

        Assert.Equal(("60", false), Of(figures, "A/A: pairs"));
        Assert.False(Of(figures, "A/A: alarms, in sequence").IsMet);
        Assert.False(Of(figures, "A/A: alarms, resampled").IsMet);
    }

    [Fact]
    public void Sizes_follow_from_noise_and_calibration()
    {
        _kept.Add("worker", KnownRuns.Run(null, KnownRuns.Noise(40)));
        // With the rounds of the calibration a request takes half as much again.
        _kept.Add(
            "calibration",
            KnownRuns.Run("regressed", Enumerable.Repeat(Math.Log(1 / 1.5), 10))
        );

        var size = InjectedSize.Of(_kept);

        Assert.Equal(0.5, size.CostOfCalibration, 1e-9);
        // A fifth less is a quarter more to do.
        Assert.Equal(50_000, size.RoundsFor(0.2, 100_000));
        Assert.InRange(size.Sigma, 0.015, 0.025);
        Assert.Equal(
            SmallestLoss.Of(VerdictRule.Standard, PairedMetric.Rate, size.Sigma),
            size.Loss
        );
    }

    [Fact]
    public void Four_of_five_at_that_size_and_all_at_twice_are_asked_for()
    {
        _kept.Add("worker", KnownRuns.Run(null, KnownRuns.Noise(40)));
        _kept.Add(
            "calibration",
            KnownRuns.Run("regressed", Enumerable.Repeat(Math.Log(1 / 1.5), 10))
        );
        foreach (var verdict in new[] { "regressed", "regressed", "inconclusive", "regressed" })
        {
            _kept.Add("injected-1x", KnownRuns.Run(verdict, KnownRuns.Noise(10)));
        }
        Assert.Equal(("3 of 4", null), Of(Figures(), "injected 1x: regressed"));

        _kept.Add("injected-1x", KnownRuns.Run("regressed", KnownRuns.Noise(10)));
        for (var run = 0; run < 3; run++)
        {
            _kept.Add(
                "injected-2x",
                KnownRuns.Run(run == 1 ? "inconclusive" : "regressed", KnownRuns.Noise(10))
            );
        }
        _kept.Add("hog", KnownRuns.Run("inconclusive", KnownRuns.Noise(10)));
        var figures = Figures();

        Assert.Equal(("4 of 5", true), Of(figures, "injected 1x: regressed"));
        Assert.Equal(("2 of 3", false), Of(figures, "injected 2x: regressed"));
        Assert.Equal(("inconclusive", true), Of(figures, "A/A beside a hog: verdicts"));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(20, false)]
    public void The_default_row_must_not_scatter_more_than_another(double times, bool isMet)
    {
        _kept.Add(
            "sigma-chat-loopback",
            KnownRuns.Run(null, KnownRuns.Noise(16).Select(ratio => times * ratio))
        );
        _kept.Add("sigma-health-inmemory", KnownRuns.Run(null, KnownRuns.Noise(16)));

        Assert.Equal(isMet, Of(Figures(), "rows: smallest sigma").IsMet);
    }

    [Fact]
    public void The_table_says_what_its_runs_are_of()
    {
        _kept.Add("aa", KnownRuns.Run(null, KnownRuns.Noise(8)));
        _kept.Add("hog", KnownRuns.Run("inconclusive", KnownRuns.Noise(10)));

        var figures = Figures();

        Assert.Equal("2", Of(figures, "runs kept").Value);
        Assert.Equal(Conditions.Commit, Of(figures, "of commits").Value);
        Assert.Equal(Fingerprint.Of(MachineInfo.Read()).Title, Of(figures, "on").Value);
    }

    [Fact]
    public void Without_noise_nothing_is_injected() =>
        Assert.StartsWith(
            "0 pairs of the worker",
            Assert.Throws<InvalidDataException>(() => InjectedSize.Of(_kept)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("noises", "part is 'noises'; allowed: aa, sigma, worker, injected,")]
    [InlineData("--pairs 7", "--pairs is '7'; allowed: 8 to 1,000.")]
    [InlineData("--runs 0", "--runs is '0'; allowed: 1 to 100.")]
    public void A_wrong_argument_is_named_with_its_value_and_what_is_allowed(
        string arguments,
        string reason
    ) => MeasuringProgram.RequireError<TruthPlan>(new TruthOptions().Command, arguments, reason);

    private CostFigure[] Figures() => [.. TruthReport.Figures(_kept)];

    private static (string Value, bool? IsMet) Of(CostFigure[] figures, string name)
    {
        var figure = Assert.Single(figures, one => one.Name == name);
        return (figure.Value, figure.IsMet);
    }
}
