namespace GatewayBench.FakeProviderTests;

public sealed class PromptTermTests
{
    [Fact]
    public void Each_prompt_token_adds_its_time() =>
        Assert.Equal(
            TimeSpan.FromMilliseconds(250),
            new PromptTerm(TimeSpan.FromMicroseconds(50)).AddTo(
                TimeSpan.FromMilliseconds(200),
                1_000
            )
        );

    [Fact]
    public void Without_a_term_nothing_is_added() =>
        Assert.Equal(
            TimeSpan.FromSeconds(1),
            default(PromptTerm).AddTo(TimeSpan.FromSeconds(1), 1_000)
        );

    [Fact]
    public void The_sum_ends_at_a_day_whatever_the_number_of_tokens() =>
        Assert.Equal(
            Delay.Longest,
            new PromptTerm(Delay.Longest).AddTo(TimeSpan.FromSeconds(1), long.MaxValue)
        );

    [Theory]
    [InlineData(-1)]
    [InlineData(86_401)]
    public void Terms_out_of_range_are_refused(int seconds) =>
        Assert.Throws<ArgumentException>(() => new PromptTerm(TimeSpan.FromSeconds(seconds)));
}
