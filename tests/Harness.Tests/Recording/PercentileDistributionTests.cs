namespace GatewayBench.HarnessTests.Recording;

public sealed class PercentileDistributionTests
{
    [Fact]
    public void The_table_is_that_of_the_reference()
    {
        var histogram = new LongHistogram(1, 1_000_000, 2);
        histogram.RecordValueWithCount(1000, 3);
        histogram.RecordValue(20_000);
        using var text = new StringWriter();

        histogram.OutputPercentileDistribution(text, 1, 1000);

        // Printed by the original.
        const string Expected = """
                   Value     Percentile TotalCount 1/(1-Percentile)

                    1.00 0.000000000000          3           1.00
                    1.00 0.500000000000          3           2.00
                    1.00 0.750000000000          3           4.00
                   20.10 0.875000000000          4           8.00
                   20.10 1.000000000000          4
            #[Mean    =         5.76, StdDeviation   =         8.24]
            #[Max     =        20.10, Total count    =            4]
            #[Buckets =           13, SubBuckets     =          256]

            """;
        Assert.Equal(Expected, text.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_ratio_that_cannot_divide_is_refused(double ratio)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() =>
            new LongHistogram(1, 1000, 3).OutputPercentileDistribution(TextWriter.Null, 5, ratio)
        );

        Assert.Equal("outputValueUnitScalingRatio", refusal.ParamName);
    }
}
