namespace GatewayBench.Tests.Breakdowns;

public sealed class PromptTailTests
{
    private const int Requests = 5_000;

    [Fact]
    public void A_class_that_makes_up_the_slowest_carries_the_tail()
    {
        var classes = Judged(slowFactor: 20, seed: 1);

        Assert.Equal([false, true], classes.Select(one => one.CarriesTail));
        Assert.InRange(classes[1].Share, 0.08, 0.12);
        Assert.Equal(1, classes[1].TailShare!.Value, tolerance: 0.001);
        Assert.True(classes[1].Chance < 1e-6);
        Assert.Equal(1, classes[0].Chance);
    }

    [Fact]
    public void Of_classes_that_are_alike_hardly_ever_one_is_accused()
    {
        var chances = Enumerable
            .Range(1, 200)
            .Select(seed => Judged(slowFactor: 1, seed)[1])
            .ToArray();

        Assert.All(chances, one => Assert.False(one.CarriesTail));
        // Chance means what it says: at most a tenth of them below a tenth, and a half below a half.
        Assert.InRange(chances.Count(one => one.Chance < 0.1), 2, 32);
        Assert.InRange(chances.Count(one => one.Chance < 0.5), 50, 120);
    }

    [Fact]
    public void A_class_that_is_slow_but_not_what_the_slowest_are_is_not_named()
    {
        // Nine in ten are of it, so nearly all of the slowest are as well.
        var cells = new PromptCells();
        Fill(cells, new Random(1), share: 0.9, slowFactor: 2);

        Assert.All(PromptTail.Of(["a", "b"], cells), one => Assert.False(one.CarriesTail));
    }

    [Fact]
    public void Where_all_take_the_same_time_nobody_is_slow()
    {
        var cells = new PromptCells();
        for (var i = 0; i < Requests; i++)
        {
            cells.Expect(1 + i % 2);
            cells.Add(1 + i % 2, 5_000_000);
        }

        var classes = PromptTail.Of(["a", "b"], cells);

        Assert.All(classes, one => Assert.Equal(0.5, one.TailShare));
        Assert.All(classes, one => Assert.Equal(1.0, one.Chance!.Value, tolerance: 1e-9));
        Assert.All(classes, one => Assert.False(one.CarriesTail));
    }

    [Fact]
    public void Of_few_successes_there_is_no_tail()
    {
        var cells = new PromptCells();
        cells.Expect(1);
        for (var i = 0; i < 367; i++)
        {
            cells.Add(1, 1_000_000);
        }
        Assert.Null(Assert.Single(PromptTail.Of(["a", "never"], cells)).TailShare);

        cells.Add(1, 1_000_000);

        Assert.Equal(1, Assert.Single(PromptTail.Of(["a", "never"], cells)).TailShare);
    }

    private static PromptClassResult[] Judged(double slowFactor, int seed)
    {
        var cells = new PromptCells();
        Fill(cells, new Random(seed), share: 0.1, slowFactor);
        return PromptTail.Of(["short", "long"], cells);
    }

    private static void Fill(PromptCells cells, Random random, double share, double slowFactor)
    {
        cells.Expect(1);
        cells.Expect(2);
        for (var i = 0; i < Requests; i++)
        {
            var isSlow = random.NextDouble() < share;
            var time = 10_000_000 * Math.Exp(random.NextDouble()) * (isSlow ? slowFactor : 1);
            cells.Add(isSlow ? 2 : 1, (long)time);
        }
    }
}
