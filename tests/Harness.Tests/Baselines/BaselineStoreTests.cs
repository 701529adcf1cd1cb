using System.Text;

namespace GatewayBench.Tests.Baselines;

public sealed class BaselineStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    private BaselineStore Store => new(Path.Combine(_folder, "baselines"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Baselines_come_back_as_they_were_stored()
    {
        var machine = Runs.Recorded(Runs.Of(1_000), Runs.Of(900, day: 3));

        var path = Store.Store(machine);

        Assert.Equal($"a-cpu-8-cores-{machine.Fingerprint.Id}.json", Path.GetFileName(path));
        var back = Assert.Single(Store.All());
        Assert.True(back.Fingerprint.IsSameAs(machine.Fingerprint));
        Assert.Equal([1_000, 900], back.History.Select(run => run.Rows[0].Rate));
        Assert.True(back.History[0].Rows[0].IsComparableTo(machine.History[0].Rows[0]));
        Assert.Equal(machine.History[0].Rows[0].Latency, back.History[0].Rows[0].Latency);
        Assert.Equal("6.1.0-28", back.History[0].Machine.Facts["kernel"]);
        Assert.Equal(Runs.OldCommit, back.History[0].Commit);
    }

    [Fact]
    public void Each_machine_has_a_file_of_its_own()
    {
        var other = Runs.Of(500) with { Machine = Runs.Machine with { Cores = 2 } };

        Store.Store(Runs.Recorded(Runs.Of(1_000)));
        Store.Store(Runs.Recorded(other));

        Assert.Equal(2, Store.All().Count);
        Assert.Equal(500, Store.Of(Fingerprint.Of(other.Machine)).History.Single().Rows[0].Rate);
    }

    [Fact]
    public void Without_a_folder_there_are_none() => Assert.Empty(Store.All());

    [Theory]
    [InlineData("{\"schemaVersion\": 1", "holds no baselines")]
    [InlineData("null", "holds no baselines: the JSON is null.")]
    [InlineData("{}", "holds no baselines")]
    [InlineData(
        """{"schemaVersion": 1, "fingerprint": null, "history": []}""",
        "holds no baselines"
    )]
    [InlineData(
        """{"schemaVersion": 9, "fingerprint": {"machine": {}, "runtime": {}}, "history": []}""",
        "schemaVersion 9 can't be read; allowed: 1."
    )]
    public void A_file_that_is_none_of_ours_is_named(string json, string expected)
    {
        Directory.CreateDirectory(Store.Folder);
        var path = Path.Combine(Store.Folder, "odd.json");
        File.WriteAllText(path, json);

        var error = Assert.Throws<InvalidDataException>(() => Store.All());

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_leaves_what_was_there()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /dev/full.");
        var path = Path.Combine(_folder, "file");
        File.WriteAllText(path, "whole");
        File.CreateSymbolicLink(path + ".tmp", "/dev/full");

        Assert.Throws<IOException>(() => WholeFile.Write(path, Encoding.UTF8.GetBytes("half")));

        Assert.Equal("whole", File.ReadAllText(path));
    }

    [Fact]
    public void A_file_without_an_end_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has /dev/zero.");

        var error = Assert.Throws<InvalidDataException>(() => WholeFile.Read("/dev/zero"));

        Assert.Equal("/dev/zero is larger than 256 MiB, and so none of ours.", error.Message);
    }
}
