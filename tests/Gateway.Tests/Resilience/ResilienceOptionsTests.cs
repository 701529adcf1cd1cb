namespace Gateway.Tests;

public sealed class ResilienceOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(Failures(_ => { }));

    [Theory]
    [InlineData(0.99)]
    [InlineData(10.5)]
    [InlineData(double.NaN)]
    public void An_amplification_out_of_range_is_refused(double value) =>
        Assert.Equal(
            FormattableString.Invariant(
                $"Resilience:MaxAmplification is '{value}': allowed is a number from 1 to 10."
            ),
            Assert.Single(Failures(o => o.MaxAmplification = value))
        );

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_failure_ratio_out_of_range_is_refused(double value) =>
        Assert.Equal(
            FormattableString.Invariant(
                $"Resilience:BreakerFailureRatio is '{value}': allowed is a number above 0 and up to 1."
            ),
            Assert.Single(Failures(o => o.BreakerFailureRatio = value))
        );

    [Fact]
    public void Whole_numbers_out_of_range_are_refused_each_by_its_name() =>
        Assert.Equal(
            [
                "Resilience:MaxRetries is '11': allowed is a whole number from 0 to 10.",
                "Resilience:MaxSavedRetries is '0': allowed is a whole number from 1 to 100000.",
                "Resilience:BaseDelayMilliseconds is '0': allowed is a whole number from 1 to 60000.",
                "Resilience:MaxRetryAfterSeconds is '601': allowed is a whole number from 1 to 600.",
                "Resilience:TotalTimeoutSeconds is '0': allowed is a whole number from 1 to 3600.",
                "Resilience:RejectedKeySeconds is '0': allowed is a whole number from 1 to 86400.",
                "Resilience:BreakerMinAttempts is '1': allowed is a whole number from 2 to 100000.",
                "Resilience:BreakerWindowSeconds is '0': allowed is a whole number from 1 to 600.",
                "Resilience:BreakSeconds is '0': allowed is a whole number from 1 to 600.",
            ],
            Failures(o =>
            {
                o.MaxRetries = 11;
                o.MaxSavedRetries = 0;
                o.BaseDelayMilliseconds = 0;
                o.MaxRetryAfterSeconds = 601;
                o.TotalTimeoutSeconds = 0;
                o.RejectedKeySeconds = 0;
                o.BreakerMinAttempts = 1;
                o.BreakerWindowSeconds = 0;
                o.BreakSeconds = 0;
            })
        );

    private static IEnumerable<string> Failures(Action<ResilienceOptions> change)
    {
        var options = new ResilienceOptions();
        change(options);
        return new ResilienceOptions.Validator().Validate(null, options).Failures ?? [];
    }
}
