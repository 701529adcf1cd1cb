namespace GatewayBench.Tests.Baselines;

public sealed class BisectAdviceTests
{
    [Fact]
    public void The_command_is_told_with_both_commits()
    {
        var lines = BisectAdvice.Lines(Dropped(), "a", "b").ToList();

        Assert.Contains("  gatewaybench bisect --good a --bad b BENCHFILE", lines);
        Assert.Equal(
            "For you to fill in: BENCHFILE. A bench file says what users do, here that of 'GET /health, 32 users'.",
            lines[^1]
        );
    }

    [Fact]
    public void One_commit_can_not_be_bisected() =>
        Assert.Contains(
            "nothing to bisect",
            Assert.Single(BisectAdvice.Lines(Dropped(), "a", "a")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(null, "b", "--good GOOD --bad b", "GOOD and BENCHFILE")]
    [InlineData("a", null, "--good a --bad BAD", "BAD and BENCHFILE")]
    [InlineData(null, null, "--good GOOD --bad BAD", "GOOD and BAD and BENCHFILE")]
    public void Unknown_commits_are_left_to_be_filled_in(
        string? good,
        string? bad,
        string command,
        string missing
    )
    {
        var text = string.Join('\n', BisectAdvice.Lines(Dropped(), good, bad));

        Assert.Contains($"bisect {command} BENCHFILE", text, StringComparison.Ordinal);
        Assert.Contains($"fill in: {missing}.", text, StringComparison.Ordinal);
    }

    private static RowComparison[] Dropped() =>
        [.. BaselineCheck.Of(Runs.Recorded(Runs.Of(1_000)), Runs.Of(640, day: 9), 0.2).Dropped];
}
