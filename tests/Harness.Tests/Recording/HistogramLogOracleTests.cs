using GatewayBench.HarnessTests.Oracles;

namespace GatewayBench.HarnessTests.Recording;

/// <summary>Logs that cross over between ours and the original HdrHistogram.</summary>
[Collection(typeof(HdrOracleGroup))]
public sealed class HistogramLogOracleTests(HdrOracle oracle) : LogExchange(oracle)
{
    private readonly HdrOracle _oracle = oracle;

    [Fact]
    public async Task The_originals_processor_makes_our_percentile_distribution_of_our_log()
    {
        var untagged = Intervals().ConvertAll(i => i with { Tag = null });
        var output = PathOf("processed");

        await _oracle.AskAsync("processLog", WriteOurs(untagged), output);

        var sum = untagged[0].Histogram.Copy();
        untagged.Skip(1).ToList().ForEach(i => sum.Add(i.Histogram));
        using var expected = new StringWriter();
        sum.OutputPercentileDistribution(expected, 5, 1_000_000);
        var processed = await File.ReadAllTextAsync(
            output + ".hgrm",
            TestContext.Current.CancellationToken
        );
        // It puts a title above.
        Assert.EndsWith(expected.ToString(), processed, StringComparison.Ordinal);
    }
}
