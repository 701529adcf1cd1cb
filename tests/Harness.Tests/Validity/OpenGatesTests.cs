namespace GatewayBench.Tests.Validity;

/// <summary>The gates of open loads alone.</summary>
public sealed class OpenGatesTests
{
    [Theory]
    [InlineData(1_000, 990, 0, null)]
    [InlineData(
        1_000,
        989,
        0,
        "not the load: 98.9 % of what was due was sent, 99.0 % to 101.0 % allowed; lower the rate"
    )]
    [InlineData(1_000, 1_010, 0, null)]
    [InlineData(
        1_000,
        1_011,
        0,
        "not the load: 101.1 % of what was due was sent, 99.0 % to 101.0 % allowed; warm up longer: a backlog was sent"
    )]
    [InlineData(50, 48, 0, null)]
    [InlineData(
        50,
        47,
        0,
        "not the load: 94.0 % of what was due was sent, 99.0 % to 101.0 % allowed; lower the rate"
    )]
    [InlineData(0, 5, 0, null)]
    [InlineData(
        10,
        10,
        1,
        "unsent: 1 hits were due and never sent, at most 0; lower the rate, or allow more in flight"
    )]
    public void The_schedule_of_an_open_load_has_limits_too(
        long offered,
        long sent,
        long unsent,
        string? reason
    ) =>
        Assert.Equal(
            reason is null ? [] : [reason],
            Gates.Failed(new Trust(), Open(offered, sent, unsent))
        );

    [Fact]
    public void Achieved_is_sent_over_offered_and_1_where_nothing_was_offered()
    {
        Assert.Equal(0.5, Open(offered: 10, sent: 5).Achieved);
        Assert.Equal(1, Open(offered: 0, sent: 0).Achieved);
    }

    internal static OpenResult Open(long offered, long sent, long unsent = 0) =>
        new(offered, sent, unsent, HitHistograms.NewHistogram(), 1, 0.1);
}
