namespace GatewayBench.Tests.Baselines;

public sealed class FingerprintTests
{
    private static readonly Fingerprint Usual = Fingerprint.Of(Runs.Machine);

    [Theory]
    [InlineData("processor")]
    [InlineData("cores")]
    [InlineData("memory")]
    [InlineData("architecture")]
    [InlineData("system")]
    [InlineData("threads per core")]
    [InlineData("virtual machine")]
    [InlineData("CPU quota")]
    [InlineData("runtime")]
    [InlineData("garbage collector")]
    [InlineData("runtime settings")]
    public void Another_one_of_these_is_another_fingerprint_and_is_named(string what)
    {
        var other = Fingerprint.Of(Changed(what));

        Assert.False(other.IsSameAs(Usual));
        Assert.NotEqual(Usual.Id, other.Id);
        Assert.Equal(what, Assert.Single(other.ChangesSince(Usual)).Name);
    }

    [Theory]
    [InlineData("runtime")]
    [InlineData("garbage collector")]
    [InlineData("runtime settings")]
    public void A_machine_stays_the_same_with_another_runtime(string what) =>
        Assert.True(Fingerprint.Of(Changed(what)).IsSameMachineAs(Usual));

    [Fact]
    public void Patches_a_kernel_and_the_mood_of_the_day_are_only_noted()
    {
        var patched = Runs.Machine with
        {
            Runtime = ".NET 10.0.12",
            OperatingSystem = "Debian GNU/Linux 12.9 (bookworm)",
            MemoryGiB = 15.5,
            LoopScore = 300,
            Facts = With("kernel", "6.1.0-30"),
        };

        Assert.True(Fingerprint.Of(patched).IsSameAs(Usual));
        Assert.Equal(Usual.Id, Fingerprint.Of(patched).Id);
        Assert.Equal(
            [
                "memory: 16 GiB -> 15.5 GiB",
                "system: Debian GNU/Linux 12 (bookworm) -> Debian GNU/Linux 12.9 (bookworm)",
                "runtime: .NET 10.0.4 -> .NET 10.0.12",
                "kernel: 6.1.0-28 -> 6.1.0-30",
            ],
            FactChange.Between(Runs.Machine, patched).Select(change => change.ToString())
        );
    }

    [Theory]
    [InlineData(0.2, "up to 0.25 GiB")]
    [InlineData(15.4, "up to 16 GiB")]
    [InlineData(16, "up to 16 GiB")]
    [InlineData(23.5, "up to 32 GiB")]
    public void Memory_is_told_by_powers_of_two(double gibibytes, string expected) =>
        Assert.Equal(
            expected,
            Fingerprint.Of(Runs.Machine with { MemoryGiB = gibibytes }).Machine["memory"]
        );

    [Fact]
    public void What_can_not_be_read_is_unknown_and_is_the_same_only_as_unknown()
    {
        var bare = Fingerprint.Of(
            Runs.Machine with
            {
                Processor = null,
                Facts = new Dictionary<string, string>(),
            }
        );

        Assert.Equal("unknown", bare.Processor);
        Assert.True(bare.IsSameAs(bare with { }));
        Assert.False(bare.IsSameAs(Usual));
    }

    [Fact]
    public void The_order_of_facts_does_not_matter()
    {
        var turned = Usual with { Machine = Usual.Machine.Reverse().ToDictionary() };

        Assert.True(turned.IsSameAs(Usual));
        Assert.Equal(Usual.Id, turned.Id);
    }

    [Fact]
    public void This_machine_tells_enough_of_itself()
    {
        var machine = MachineInfo.Read();

        Assert.Equal(Fingerprint.Of(machine).Id, Fingerprint.Of(MachineInfo.Read()).Id);
        Assert.Contains("runtime settings", machine.Facts.Keys);
        Assert.Contains("ASP.NET Core", machine.Facts.Keys);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells these.");
        Assert.Contains("kernel", machine.Facts.Keys);
        Assert.Contains("CPU quota", machine.Facts.Keys);
    }

    private static MachineInfo Changed(string what)
    {
        var machine = Runs.Machine;
        return what switch
        {
            "processor" => machine with { Processor = "another CPU" },
            "cores" => machine with { Cores = 4 },
            "memory" => machine with { MemoryGiB = 64 },
            "architecture" => machine with { Architecture = "arm64" },
            "system" => machine with { OperatingSystem = "Debian GNU/Linux 13 (trixie)" },
            "runtime" => machine with { Runtime = ".NET 11.0.0" },
            "garbage collector" => machine with { GarbageCollector = "workstation" },
            _ => machine with { Facts = With(what, "other") },
        };
    }

    private static Dictionary<string, string> With(string name, string value) =>
        new(Runs.Machine.Facts) { [name] = value };
}
