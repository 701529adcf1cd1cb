namespace Gateway.Tests;

public sealed class RetryBudgetTests
{
    [Theory]
    [InlineData(1.0)]
    [InlineData(1.1)]
    [InlineData(1.5)]
    [InlineData(2.0)]
    [InlineData(3.25)]
    public void Requests_never_exceed_calls_times_the_factor(double factor)
    {
        var budget = new RetryBudget(factor, 100);
        var random = new Random(7);
        var requests = 0;

        for (var calls = 1; calls <= 2_000; calls++)
        {
            budget.Earn();
            requests++;
            for (var want = random.Next(6); want > 0 && budget.TrySpend(); want--)
            {
                requests++;
            }
            Assert.True(requests <= factor * calls, $"{requests} for {calls}");
        }

        // It is a limit that is used, not one that forbids everything.
        Assert.InRange(requests, 0.97 * factor * 2_000, factor * 2_000);
    }

    [Fact]
    public void Savings_are_limited()
    {
        var budget = new RetryBudget(2, 3);
        for (var i = 0; i < 50; i++)
        {
            budget.Earn();
        }

        Assert.Equal(3, Enumerable.Range(0, 50).Count(_ => budget.TrySpend()));
    }

    [Fact]
    public void Nothing_is_lent()
    {
        var budget = new RetryBudget(1.5, 10);
        budget.Earn();
        Assert.False(budget.TrySpend());
        budget.Earn();
        Assert.True(budget.TrySpend());
        Assert.False(budget.TrySpend());
    }
}
