using GatewayBench.Tests.Pairs;

namespace GatewayBench.Tests.Baselines;

public sealed class NoiseStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Sigma_is_found_again_by_machine_row_metric_and_conditions()
    {
        var noise = await MeasureAsync(sigma: 0.02, ratio: 1);
        var store = new NoiseStore(_folder);
        var fingerprint = Fingerprint.Of(noise.Machine);

        store.Store(store.Of(fingerprint).With(NoiseRow.Of(noise)));

        var read = store.Of(fingerprint);
        var row = read.Find(SimulatedMeter.Row, "OK/s", noise.Plan.NoiseConditions);
        Assert.InRange(row!.Sigma, 0.01, 0.04);
        Assert.True(row.Low < row.Sigma && row.Sigma < row.High);
        Assert.Equal((24, null), (row.Pairs, row.Refusal));
        var inMemory = noise.Plan with { Transport = "inmemory" };
        Assert.Null(read.Find(SimulatedMeter.Row, "OK/s", inMemory.NoiseConditions));
        Assert.Null(read.Find(SimulatedMeter.Row, "p99", noise.Plan.NoiseConditions));
        Assert.All(
            [noise.Plan with { Bench = "another" }, noise.Plan with { WarmUpSeconds = 1 }],
            plan => Assert.Null(read.Find(SimulatedMeter.Row, "OK/s", plan.NoiseConditions))
        );
        var other = noise.Machine with { Cores = 64 };
        Assert.Empty(store.Of(Fingerprint.Of(other)).Rows);
        // Beside the baselines, which are read by their folder.
        Assert.Empty(new BaselineStore(_folder).All());
    }

    [Fact]
    public async Task A_lean_to_one_side_refuses_verdicts()
    {
        var noise = await MeasureAsync(sigma: 0.01, ratio: 0.9);

        var rate = NoiseRow.Of(noise).Single(row => row.Metric == "OK/s");

        Assert.Contains("against itself", rate.Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_of_the_same_replaces_the_one_before()
    {
        var old = NoiseRow.Of(await MeasureAsync(sigma: 0.05, ratio: 1));
        var newer = NoiseRow.Of(await MeasureAsync(sigma: 0.01, ratio: 1));
        var other = old[0] with { Conditions = "inmemory" };

        var noise = new MachineNoise(1, Fingerprint.Of(Comparisons.New().Machine), [.. old, other])
            .With(newer)
            .Rows;

        Assert.Equal(newer.Count + 1, noise.Count);
        Assert.Contains(other, noise);
        Assert.All(newer, row => Assert.Contains(row, noise));
    }

    [Fact]
    public async Task Too_few_pairs_say_nothing() =>
        Assert.Empty(
            NoiseRow.Of(
                await Comparisons.RunAsync(Comparisons.Noise(7), new SimulatedMeter(0.02, 1))
            )
        );

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData(
        """{"schemaVersion": 9, "fingerprint": {"machine": {}, "runtime": {}}, "rows": []}"""
    )]
    [InlineData(
        """{"schemaVersion": 1, "fingerprint": {"machine": {}, "runtime": {}}, "rows": [null]}"""
    )]
    public void A_file_that_is_no_noise_is_refused(string json)
    {
        var fingerprint = Fingerprint.Of(Comparisons.New().Machine);
        var store = new NoiseStore(_folder);
        File.WriteAllText(store.Store(store.Of(fingerprint)), json);

        Assert.Throws<InvalidDataException>(() => store.Of(fingerprint));
    }

    private static Task<PairedComparison> MeasureAsync(double sigma, double ratio) =>
        Comparisons.RunAsync(Comparisons.Noise(24), new SimulatedMeter(sigma, ratio));
}
