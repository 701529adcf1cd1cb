using GatewayBench.Tests.Reporting;

namespace GatewayBench.Tests.Validity;

public sealed class ShouldSucceedTests
{
    private static readonly RowResult Leaky = Results.Row("chat") with
    {
        Errors = new Dictionary<Outcome, long> { [Outcome.CrossSession] = 1 },
        Samples = new Dictionary<Outcome, string> { [Outcome.CrossSession] = "HTTP 200 other" },
    };

    [Fact]
    public void One_reply_to_the_wrong_user_fails_a_row_whatever_may_fail()
    {
        var failure = Assert.Throws<LoadFailedException>(() =>
            Results.Of(Leaky).ShouldSucceed(maxErrors: 1)
        );

        Assert.Contains(
            "1 of 5001 replies went to the wrong user (cross_session), allowed: none; first cross_session: HTTP 200 other",
            failure.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_it_is_expected_it_is_none() =>
        Results.Of(Leaky with { Expected = [Outcome.CrossSession] }).ShouldSucceed();
}
