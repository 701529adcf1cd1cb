namespace GatewayBench.Tests.Probes;

/// <summary>What is read from the system's texts about the machine itself.</summary>
public sealed class MachineTextsTests
{
    [Fact]
    public void A_processor_is_told_by_its_first_block()
    {
        var processor = ProcessorInfo.Parse(
            """
            processor	: 0
            model name	: AMD EPYC: 7B13
            stepping	: 1
            siblings	: 4
            cpu cores	: 2
            flags		: fpu vme hypervisor lahf_lm

            processor	: 1
            model name	: other
            """
        );

        Assert.Equal(new ProcessorInfo("AMD EPYC: 7B13", "1", 2, true), processor);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("siblings : x\ncpu cores : 0\n")]
    public void What_is_not_there_is_unknown(string? text) =>
        Assert.Equal(new ProcessorInfo(null, null, null, null), ProcessorInfo.Parse(text));

    [Theory]
    [InlineData("150000 100000\n", 1.5)]
    [InlineData("200000\n 100000\n", 2.0)]
    [InlineData("max 100000\n", null)]
    [InlineData("-1\n 100000\n", null)]
    [InlineData("100000 0", null)]
    [InlineData(" ", null)]
    [InlineData(null, null)]
    public void A_quota_is_processors_worth_of_time(string? text, double? expected) =>
        Assert.Equal(expected, ControlGroup.Quota(text));

    [Theory]
    [InlineData("3200000\n", 3_200.0)]
    [InlineData("fast", null)]
    [InlineData(null, null)]
    public void The_highest_clock_is_read_from_kilohertz(string? text, double? expected) =>
        Assert.Equal(expected, PowerState.Megahertz(text));

    [Theory]
    [InlineData("Battery", "Discharging", true)]
    [InlineData("Battery", "Charging", false)]
    [InlineData("Battery", "Full", false)]
    [InlineData("Mains", null, null)]
    [InlineData(null, null, null)]
    public void Only_a_battery_that_empties_feeds_the_machine(
        string? type,
        string? status,
        bool? expected
    ) => Assert.Equal(expected, PowerState.IsOnBattery([("Mains", null), (type, status)]));

    [Fact]
    public void Memory_is_told_in_bytes()
    {
        const string Text =
            "MemTotal:       24682416 kB\nMemAvailable:   1024 kB\nSwapTotal: 10 kB\nSwapFree: 4 kB\n";

        Assert.Equal(new MemoryFigures(1024 * 1024, 6 * 1024), MemoryFigures.Parse(Text));
        Assert.Null(MemoryFigures.Parse(Text.Replace("kB", "MB", StringComparison.Ordinal)));
        Assert.Null(MemoryFigures.Parse(null));
    }

    [Fact]
    public void Pages_are_swapped_in_and_out()
    {
        Assert.Equal(12, MemoryFigures.PagesSwapped("pgpgin 9\npswpin 5\npswpout 7\n"));
        Assert.Null(MemoryFigures.PagesSwapped("pgpgin 9\n"));
    }

    [Fact]
    public void Only_variables_that_change_speed_are_read()
    {
        KeyValuePair<string, string>[] variables =
        [
            new("DOTNET_TieredPGO", "0"),
            new("COMPlus_gcServer", "1"),
            new("CORECLR_ENABLE_PROFILING", "1"),
            new("DOTNET_GCgen0size", ""),
            new("DOTNET_ROOT", "/usr/share/dotnet"),
            new("DOTNET_DASHBOARD_OTLP_PRIMARYAPIKEY", "secret"),
            new("GCHeapCount", "4"),
        ];

        Assert.Equal(
            ["COMPlus_gcServer=1", "CORECLR_ENABLE_PROFILING=1", "DOTNET_TieredPGO=0"],
            RuntimeKnobs.OfEnvironment(variables)
        );
    }
}
