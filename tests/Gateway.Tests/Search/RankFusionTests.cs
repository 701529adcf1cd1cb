namespace Gateway.Tests;

public sealed class RankFusionTests
{
    [Fact]
    public void Scores_are_sums_of_reciprocal_ranks_beyond_sixty()
    {
        var fused = RankFusion.Fuse([
            [7, 8, 9],
            [9, 7],
        ]);

        Assert.Equal([7, 9, 8], fused.Select(entry => entry.Number));
        Assert.Equal((1.0 / 61) + (1.0 / 62), fused[0].Score, 12);
        Assert.Equal((1.0 / 63) + (1.0 / 61), fused[1].Score, 12);
        Assert.Equal(1.0 / 62, fused[2].Score, 12);
    }

    [Fact]
    public void Ties_are_ordered_by_number_and_no_rankings_make_none()
    {
        Assert.Equal(
            [3, 5],
            RankFusion
                .Fuse([
                    [5],
                    [3],
                ])
                .Select(entry => entry.Number)
        );
        Assert.Empty(RankFusion.Fuse([]));
    }
}
