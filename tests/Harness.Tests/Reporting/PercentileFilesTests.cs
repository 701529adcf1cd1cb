namespace GatewayBench.Tests.Reporting;

public sealed class PercentileFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gatewaybench").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_histogram_that_holds_anything_gets_a_file_in_milliseconds()
    {
        var row = Results.Row("POST /api/chat") with { Parts = [Results.Part("step")] };

        var files = PercentileFiles.Write(Results.Of(row), _folder);

        Assert.Equal(
            [
                "01-POST--api-chat-32-01-step-service-time-of-successes.hgrm",
                "01-POST--api-chat-32-01-step-successes.hgrm",
                "01-POST--api-chat-32-service-time-of-successes.hgrm",
                "01-POST--api-chat-32-successes.hgrm",
            ],
            files.Select(Path.GetFileName).Order()
        );
        Assert.Equal(Directory.GetFiles(_folder).Order(), files.Order());
        var lines = File.ReadAllLines(
            files.Single(file => file.EndsWith("32-successes.hgrm", StringComparison.Ordinal))
        );
        Assert.Equal("       Value     Percentile TotalCount 1/(1-Percentile)", lines[0]);
        Assert.StartsWith("       0.450 0.000000000000", lines[2], StringComparison.Ordinal);
        Assert.Contains("#[Max     =        0.500, Total count    =         5000]", lines);
    }
}
