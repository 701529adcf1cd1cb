namespace GatewayBench.Tests.Probes;

public sealed class FitnessTests
{
    /// <summary>A machine at rest; the figures are inputs of tests and mean nothing.</summary>
    private static readonly FitnessFigures Quiet = new()
    {
        LoopMicroseconds = [10_000, 10_100, 10_050],
        CannedRates = [100_000, 101_000, 99_500],
        Activity = new HostActivity(0, 0.01, 0, 0, 0),
        PagesSwapped = 0,
        Memory = new MemoryFigures(16L << 30, 0),
        Clock = new ClockFigures("tsc", 25, 25, [150, 160, 170]),
        Descriptors = new DescriptorLimit(65_536, 100),
        Power = new PowerState("performance", 3_000, false),
        Cores = 8,
        CpuQuota = null,
        RuntimeKnobs = ["System.GC.Concurrent=True"],
        IsDebugged = false,
    };

    private static readonly (string Name, int Judgement, FitnessFigures Figures)[] Cases =
    [
        ("calculation", 2, Quiet with { LoopMicroseconds = [10_000, 10_500, 11_000] }),
        ("calculation", 3, Quiet with { LoopMicroseconds = [10_000, 11_000, 12_500] }),
        ("load in memory", 2, Quiet with { CannedRates = [100_000, 95_000, 105_000] }),
        ("load in memory", 3, Quiet with { CannedRates = [100_000, 80_000, 120_000] }),
        ("steal", 2, With(activity => activity with { Steal = 0.02 })),
        ("steal", 3, With(activity => activity with { Steal = 0.06 })),
        ("steal", 0, With(activity => activity with { Steal = null })),
        ("other processes", 2, With(activity => activity with { OtherProcesses = 0.05 })),
        ("other processes", 3, With(activity => activity with { OtherProcesses = 0.11 })),
        ("memory pressure", 3, With(activity => activity with { MemoryPressure = 0.06 })),
        ("disk pressure", 2, With(activity => activity with { IoPressure = 0.1 })),
        ("disk pressure", 3, With(activity => activity with { IoPressure = 0.3 })),
        ("throttled", 3, With(activity => activity with { Throttled = 0.5 })),
        ("finest sleep", 2, Slept(700)),
        ("finest sleep", 3, Slept(1_200)),
        ("clock", 2, Quiet with { Clock = Quiet.Clock with { ReadNanoseconds = 300 } }),
        ("clock", 3, Quiet with { Clock = Quiet.Clock with { ReadNanoseconds = 1_500 } }),
        ("governor", 2, Quiet with { Power = Quiet.Power with { Governor = "powersave" } }),
        ("governor", 0, Quiet with { Power = Quiet.Power with { Governor = null } }),
        ("power", 3, Quiet with { Power = Quiet.Power with { OnBattery = true } }),
        ("processors", 2, Quiet with { Cores = 1 }),
        ("CPU quota", 2, Quiet with { CpuQuota = 1.5 }),
        ("memory", 2, Quiet with { Memory = new MemoryFigures(1L << 30, 0) }),
        ("memory", 3, Quiet with { Memory = new MemoryFigures(1L << 28, 0) }),
        ("swap", 2, Quiet with { Memory = new MemoryFigures(16L << 30, 1L << 20) }),
        ("swap", 3, Quiet with { PagesSwapped = 5 }),
        ("descriptors", 2, Quiet with { Descriptors = new DescriptorLimit(4_096, 100) }),
        ("descriptors", 3, Quiet with { Descriptors = new DescriptorLimit(1_024, 100) }),
        ("runtime settings", 2, Quiet with { RuntimeKnobs = ["DOTNET_TieredPGO=0"] }),
        ("debugger, profiler", 3, Quiet with { IsDebugged = true }),
        ("debugger, profiler", 3, Quiet with { RuntimeKnobs = ["CORECLR_ENABLE_PROFILING=1"] }),
    ];

    public static TheoryData<int> CaseNumbers => [.. Enumerable.Range(0, Cases.Length)];

    [Fact]
    public void A_machine_at_rest_is_fit_and_needs_nothing()
    {
        var findings = Fitness.Of(Quiet);

        Assert.All(findings, finding => Assert.Equal(Judgement.Ok, finding.Judgement));
        Assert.All(findings, finding => Assert.Empty(finding.Advice));
        Assert.True(Fitness.IsFit(findings));
    }

    [Theory]
    [MemberData(nameof(CaseNumbers))]
    public void What_is_wrong_is_judged_with_advice_and_nothing_else_is(int number)
    {
        var (name, judgement, figures) = Cases[number];

        var findings = Fitness.Of(figures);

        var finding = Assert.Single(findings, finding => finding.Judgement != Judgement.Ok);
        Assert.Equal((name, (Judgement)judgement), (finding.Name, finding.Judgement));
        Assert.NotEmpty(finding.Advice);
        Assert.Equal(judgement != (int)Judgement.Bad, Fitness.IsFit(findings));
    }

    [Fact]
    public void What_can_not_be_read_is_not_held_against_a_machine()
    {
        var findings = Fitness.Of(Quiet with { Memory = null, PagesSwapped = null });

        Assert.Equal(
            ["memory", "swap"],
            findings
                .Where(finding => finding.Judgement == Judgement.Unknown)
                .Select(finding => finding.Name)
        );
        Assert.True(Fitness.IsFit(findings));
    }

    [Fact]
    public void A_variable_is_named_with_how_to_be_rid_of_it()
    {
        var finding = FitnessRuntime.Knobs(["COMPlus_GCgen0size=4000000", "DOTNET_TieredPGO=0"]);

        Assert.Equal("COMPlus_GCgen0size=4000000, DOTNET_TieredPGO=0", finding.Figure);
        Assert.Contains(
            "unset COMPlus_GCgen0size DOTNET_TieredPGO,",
            finding.Advice,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_probe_repeats_as_often_as_it_is_told()
    {
        var figures = await new FitnessProbe(3, isExclusive: false).RunAsync(
            tell: null,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(12, figures.LoopMicroseconds.Count);
        Assert.Equal(3, figures.CannedRates.Count);
        Assert.All(figures.CannedRates, rate => Assert.True(rate > 0));
        // No sleep is ever too short.
        Assert.All(
            figures.Clock.SleepMicroseconds,
            took => Assert.True(took >= ClockFigures.AskedMicroseconds)
        );
        Assert.Equal(Environment.ProcessorCount, figures.Cores);
        Assert.NotEmpty(Fitness.Of(figures));
    }

    private static FitnessFigures With(Func<HostActivity, HostActivity> change) =>
        Quiet with
        {
            Activity = change(Quiet.Activity),
        };

    private static FitnessFigures Slept(double microseconds) =>
        Quiet with
        {
            Clock = Quiet.Clock with { SleepMicroseconds = [150, 160, microseconds] },
        };
}
