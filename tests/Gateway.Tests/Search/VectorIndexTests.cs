using Microsoft.Extensions.Options;

namespace Gateway.Tests;

public sealed class VectorIndexTests
{
    [Fact]
    public void The_nearest_are_those_of_the_largest_cosine_whatever_their_length()
    {
        var index = Index();
        Assert.True(index.TryPut(1, [10, 0, 0]));
        Assert.True(index.TryPut(2, [0.1f, 0.1f, 0]));
        Assert.True(index.TryPut(3, [0, 0, 5]));

        Assert.Equal([1, 2, 3], index.Nearest([3, 0.1f, 0.01f], 5));
        Assert.Equal([1, 2], index.Nearest([3, 0.1f, 0.01f], 2));
    }

    [Fact]
    public void The_nearest_of_many_are_those_that_sorting_finds()
    {
        var random = new Random(42);
        var index = Index();
        var vectors = Enumerable
            .Range(1, 5000)
            .ToDictionary(
                number => (long)number,
                _ => Enumerable.Range(0, 16).Select(_ => random.NextSingle() - 0.5f).ToArray()
            );
        foreach (var (number, vector) in vectors)
        {
            Assert.True(index.TryPut(number, vector));
        }
        var query = vectors[77];

        var nearest = index.Nearest(query, 20);

        Assert.Equal(
            vectors.OrderByDescending(v => Cosine(query, v.Value)).Take(20).Select(v => v.Key),
            nearest
        );
        Assert.Equal(77, nearest[0]);
    }

    [Fact]
    public void A_document_is_replaced_and_removed_and_its_room_used_again()
    {
        var index = Index();
        index.TryPut(1, [1, 0]);
        index.TryPut(2, [0, 1]);
        index.TryPut(1, [-1, 0]);
        Assert.Equal([2, 1], index.Nearest([1, 0.5f], 5));
        index.Remove([2, 99]);
        index.TryPut(3, [1, 0.5f]);

        Assert.Equal([3, 1], index.Nearest([1, 0.5f], 5));
        Assert.Equal(2, index.Count);
    }

    [Fact]
    public void Vectors_that_can_not_be_compared_are_not_taken()
    {
        var index = Index();
        Assert.False(index.TryPut(1, [0, 0]));
        Assert.False(index.TryPut(1, [float.NaN, 1]));
        Assert.True(index.TryPut(1, [1, 0]));
        Assert.False(index.TryPut(2, [1, 0, 0]));

        Assert.Empty(index.Nearest([1, 0, 0], 5));
    }

    [Fact]
    public void No_more_memory_than_the_limit_is_taken()
    {
        var index = Index(megabytes: 1);
        var vector = new float[128];
        vector[0] = 1;
        var taken = 0;
        while (index.TryPut(taken + 1, vector))
        {
            taken++;
        }

        Assert.Equal((1 << 20) / (128 * sizeof(float)), taken);
        Assert.Equal(taken, index.Count);
    }

    private static VectorIndex Index(int megabytes = 16) =>
        new(Options.Create(new SearchOptions { MaxVectorMegabytes = megabytes }));

    private static double Cosine(float[] a, float[] b) =>
        a.Zip(b, (x, y) => (double)x * y).Sum()
        / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(x => (double)x * x));
}
