using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Arms;

public sealed class OpenFiguresTests
{
    [Theory]
    [InlineData(9_999, 0, false)]
    [InlineData(10_000, 0, true)]
    [InlineData(10_000, 1, false)]
    public void A_p99_takes_ten_thousand_successes_and_every_hit_sent(
        int successes,
        int unsent,
        bool hasP99
    )
    {
        var latency = HitHistograms.NewHistogram();
        latency.RecordValueWithCount(1_000_000, successes);
        var row = Results.Row("GET /") with
        {
            Successes = successes,
            Latency = latency,
            Open = new OpenResult(
                successes + unsent,
                successes,
                unsent,
                HitHistograms.NewHistogram(),
                1,
                null
            ),
        };

        Assert.Equal(hasP99, OpenFigures.Of(row).P99Microseconds is not null);
    }
}
