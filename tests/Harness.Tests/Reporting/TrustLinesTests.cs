namespace GatewayBench.Tests.Reporting;

public sealed class TrustLinesTests
{
    [Fact]
    public void Rows_without_a_generators_share_are_named()
    {
        var known = Results.Row("a") with { Trust = new Trust { GeneratorShare = 0.5 } };
        var unknown = Results.Row("b") with { Trust = new Trust() };

        Assert.Equal(
            ["client at most 50.0 % of the CPU", "client's share not known: b, 32 users"],
            TrustLines.Of([known, unknown])
        );
        Assert.Equal(["client at most 50.0 % of the CPU"], TrustLines.Of([known]));
    }
}
