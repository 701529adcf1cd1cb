namespace GatewayBench.Tests.Verdicts;

public sealed class LooksTests
{
    [Theory]
    [InlineData(7, "7")]
    [InlineData(10, "10")]
    [InlineData(12, "12")]
    [InlineData(13, "10, 13")]
    [InlineData(20, "10, 16, 20")]
    [InlineData(40, "10, 16, 24, 40")]
    [InlineData(80, "10, 16, 24, 40, 64, 80")]
    [InlineData(160, "10, 16, 24, 40, 64, 100, 160")]
    public void There_are_as_many_as_there_is_time_for(int pairs, string looks) =>
        Assert.Equal(looks, Looks.UpTo(pairs).ToString());

    [Theory]
    [InlineData(9, "")]
    [InlineData(10, "10")]
    [InlineData(23, "10, 16")]
    [InlineData(50, "10, 16, 24, 40")]
    public void Pairs_reach_one_after_the_other(int pairs, string looks) =>
        Assert.Equal(looks, string.Join(", ", Looks.Standard.ReachedBy(pairs)));

    [Theory]
    [InlineData(0)]
    [InlineData(161)]
    public void Time_for_too_few_or_too_many_pairs_is_refused(int pairs) =>
        Assert.StartsWith(
            $"There is time for {pairs} pairs; allowed: 1 to 160.",
            Assert.Throws<ArgumentOutOfRangeException>(() => Looks.UpTo(pairs)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("no pairs")]
    [InlineData("10, 10 pairs", 10, 10)]
    [InlineData("16, 10 pairs", 16, 10)]
    [InlineData("0, 10 pairs", 0, 10)]
    [InlineData("10, 161 pairs", 10, 161)]
    public void Looks_that_are_none_are_shown(string shown, params int[] after) =>
        Assert.Contains(
            shown,
            Assert.Throws<ArgumentException>(() => new Looks(after)).Message,
            StringComparison.Ordinal
        );
}
