using GatewayBench.Tests.Diagnoses;

namespace GatewayBench.Tests.Sweeps;

public sealed class SweepFiguresTests
{
    [Fact]
    public void Failing_seconds_and_those_of_an_open_breaker_are_counted()
    {
        var row = Rows.Healthy.Failing(Outcome.Http5xx) with
        {
            Breakers =
            [
                new(
                    "",
                    IsCounted: true,
                    [
                        new(20, BreakerStory.Open, 1),
                        new(22, BreakerStory.HalfOpen, 1),
                        new(22, BreakerStory.Open, 1),
                        new(25, BreakerStory.Closed, 1),
                        // Nobody closes it again.
                        new(36, BreakerStory.Open, 1),
                    ]
                ),
            ],
            MeasuredSeconds = 40,
        };

        var figures = SweepFigures.Of([row]);

        Assert.Equal(20, figures.FailingSeconds);
        Assert.Equal(5 + 4, figures.BreakerOpenSeconds);
        Assert.Null(SweepFigures.Of([Rows.Healthy]).BreakerOpenSeconds);
        Assert.Equal(0, SweepFigures.Of([Rows.Healthy]).FailingSeconds);
    }

    [Fact]
    public void Failures_that_were_expected_are_none()
    {
        var failing = Rows.Healthy.Failing(Outcome.Http5xx) with
        {
            Successes = 90,
            Errors = new Dictionary<Outcome, long> { [Outcome.Http5xx] = 10 },
            Expected = [],
        };

        Assert.Equal(0.1, SweepFigures.Of([failing]).Errors);
        var expected = failing with { Expected = [Outcome.Http5xx] };
        Assert.Equal(
            (0, 0),
            (SweepFigures.Of([expected]).Errors, SweepFigures.Of([expected]).FailingSeconds)
        );
    }
}
