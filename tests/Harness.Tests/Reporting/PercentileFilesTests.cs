namespace GatewayBench.Tests.Reporting;

public sealed class PercentileFilesTests
{
    [Fact]
    public void Each_histogram_that_holds_anything_gets_a_file_in_milliseconds()
    {
        var row = Results.Row("POST /api/chat") with { Parts = [Results.Part("step")] };

        var files = PercentileFiles.Of(Results.Of(row)).ToDictionary();

        Assert.Equal(
            [
                "01-POST--api-chat-32-01-step-service-time-of-successes.hgrm",
                "01-POST--api-chat-32-01-step-successes.hgrm",
                "01-POST--api-chat-32-service-time-of-successes.hgrm",
                "01-POST--api-chat-32-successes.hgrm",
            ],
            files.Keys.Order(StringComparer.Ordinal)
        );
        var lines = files["01-POST--api-chat-32-successes.hgrm"].Split('\n');
        Assert.Equal("       Value     Percentile TotalCount 1/(1-Percentile)", lines[0]);
        Assert.StartsWith("       0.450 0.000000000000", lines[2], StringComparison.Ordinal);
        Assert.Contains("#[Max     =        0.500, Total count    =         5000]", lines);
    }
}
