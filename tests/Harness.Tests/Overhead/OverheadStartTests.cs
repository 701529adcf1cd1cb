using System.Text.Json.Nodes;

namespace GatewayBench.Tests.Overhead;

public sealed class OverheadStartTests : IDisposable
{
    private static readonly OverheadStart Start = new(
        "overhead",
        DateTimeOffset.UnixEpoch,
        Pairs.Comparisons.New().Machine,
        new ComparedArm("Gateway", "aaa", null, ["Auth:Enabled=false"]),
        new OverheadPlan { Bench = "hash", Transport = "loopback" },
        ["chat", "stream"]
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_was_stored_is_read_and_gone_on_with()
    {
        OverheadFile.Write(_folder, Stored());

        var read = OverheadFile.Read(_folder);

        Assert.Null(Start.DifferenceFrom(read));
        Assert.True(read.Partial);
        var row = Assert.Single(read.Rows);
        Assert.Equal("chat", row.Name);
        var series = Assert.Single(row.Series);
        Assert.Equal([3.5, 4], series.GatewayMicroseconds);
        Assert.Equal(Stored().Rows[0].Series[0].Deltas, series.Deltas);
    }

    [Fact]
    public void What_differs_is_named()
    {
        const string Options = "the bench file or an option of how it is measured is another";
        var (stored, build, plan) = (Stored(), Start.Build, Start.Plan);

        Assert.Equal(
            [
                "the same",
                "the same",
                "nothing in it says which build of the gateway it is of",
                "the gateway was Gateway with Auth:Enabled=false and is Gateway with Auth:Enabled=true, another build or other settings",
                "the gateway was Gateway with Auth:Enabled=false and is Other with Auth:Enabled=false, another build or other settings",
                Options,
                Options,
                Options,
                "its rows are others",
                "its rows are others",
                "the machine or its runtime is another",
            ],
            [
                Of(Start),
                // Later and by another name, it is the same experiment.
                Of(Start with { Name = "b", At = DateTimeOffset.MaxValue }),
                Start.DifferenceFrom(stored with { Build = null }) ?? "the same",
                Of(Start with { Build = build with { Settings = ["Auth:Enabled=true"] } }),
                Of(Start with { Build = build with { Title = "Other", Identity = "bbb" } }),
                Of(Start with { Plan = plan with { Bench = "another" } }),
                Of(Start with { Plan = plan with { Pairs = 501 } }),
                Of(Start with { Plan = plan with { Transport = "inmemory" } }),
                Of(Start with { Rows = ["stream", "chat"] }),
                Of(Start with { Rows = [] }),
                Of(Start with { Machine = Start.Machine with { Cores = 3 } }),
            ]
        );

        string Of(OverheadStart now) => now.DifferenceFrom(stored) ?? "the same";
    }

    [Theory]
    [InlineData("null", "is null")]
    [InlineData("{}", "holds no overhead")]
    [InlineData("rows", "is null")]
    [InlineData("series", "is null")]
    [InlineData("schemaVersion", "schemaVersion 99 can't be read; allowed: 1")]
    public void What_is_no_overhead_is_refused_with_its_path(string what, string why)
    {
        OverheadFile.Write(_folder, Stored());
        var path = Path.Combine(_folder, OverheadResult.FileName);
        var json = JsonNode.Parse(File.ReadAllText(path))!;
        switch (what)
        {
            case "rows":
                json["rows"]![0] = null;
                break;
            case "series":
                json["rows"]![0]!["series"]![0] = null;
                break;
            case "schemaVersion":
                json["schemaVersion"] = 99;
                break;
            default:
                json = JsonNode.Parse(what);
                break;
        }
        File.WriteAllText(path, json?.ToJsonString() ?? "null");

        var error = Assert.Throws<InvalidDataException>(() => OverheadFile.Read(_folder));

        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    private static OverheadResult Stored() =>
        Start.Of(new TargetInfo("Gateway", "loopback", null, [])) with
        {
            Rows =
            [
                new OverheadRow(
                    "chat",
                    2,
                    new Dictionary<string, int>(),
                    1,
                    1,
                    [OverheadSeries.Of(OverheadSeries.LastByte, [3.5, 4], [1, 2], seed: 42)],
                    Trust: null,
                    Invalid: []
                ),
            ],
        };
}
