using System.Text;
using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Pairs;

public sealed class ComparisonFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_is_read_is_what_was_written()
    {
        var done = await Comparisons.RunAsync(Comparisons.New(), new SimulatedMeter(0.01, 0.8));

        ComparisonFile.Write(_folder, done);
        var read = ComparisonFile.Read(_folder);

        Assert.Equal(ComparisonFile.Serialize(done), ComparisonFile.Serialize(read));
        Assert.Equal("regressed", read.Verdict);
        Assert.Null(ComparisonFile.Difference(read, Comparisons.New()));
    }

    [Theory]
    [InlineData("null", "the JSON is null")]
    [InlineData("{", "holds no comparison")]
    [InlineData("{}", "holds no comparison")]
    public void What_is_no_comparison_is_refused(string json, string why)
    {
        File.WriteAllText(Path.Combine(_folder, PairedComparison.FileName), json);

        var error = Assert.Throws<InvalidDataException>(() => ComparisonFile.Read(_folder));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 9", "schemaVersion 9")]
    [InlineData("\"pairs\": []", "\"pairs\": [null]", "a pair is null")]
    [InlineData("\"pairs\": []", "\"pairs\": null", "holds no comparison")]
    public void A_broken_one_is_refused(string whole, string broken, string why)
    {
        var json = Encoding.UTF8.GetString(ComparisonFile.Serialize(Comparisons.New()));
        Assert.Contains(whole, json, StringComparison.Ordinal);
        File.WriteAllText(
            Path.Combine(_folder, PairedComparison.FileName),
            json.Replace(whole, broken, StringComparison.Ordinal)
        );

        var error = Assert.Throws<InvalidDataException>(() => ComparisonFile.Read(_folder));

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_same_experiment_is_gone_on_with()
    {
        var stored = Comparisons.New();

        Assert.StartsWith(
            "A was main",
            ComparisonFile.Difference(stored, stored with { A = stored.A with { Identity = "x" } }),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "B was feature with Auth:Enabled=false",
            ComparisonFile.Difference(stored, stored with { B = stored.B with { Settings = [] } }),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "option",
            ComparisonFile.Difference(
                stored,
                stored with
                {
                    Plan = stored.Plan with { Users = 3 },
                }
            ),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "machine",
            ComparisonFile.Difference(
                stored,
                stored with
                {
                    Machine = stored.Machine with { Cores = 64 },
                }
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_committed_schema_is_that_of_the_code() =>
        CommittedSchema.Require(typeof(PairedComparison), ComparisonFile.Options, "comparison");
}
