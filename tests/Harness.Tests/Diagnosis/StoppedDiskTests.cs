namespace GatewayBench.Tests.Diagnoses;

public sealed class StoppedDiskTests
{
    [Fact]
    public void A_few_that_wait_for_long_are_not_the_pool()
    {
        var row = Rows
            .Healthy.Slower()
            .With("db.client.connection.wait_time{pool=write}.p99", 0.001, 0.9)
            .With("db.client.connection.wait_time{pool=write}.p50", 0.0001, 0.0001);

        Assert.Empty(Diagnostician.Of(row, Rows.Facts)!.Suspects);
    }
}
