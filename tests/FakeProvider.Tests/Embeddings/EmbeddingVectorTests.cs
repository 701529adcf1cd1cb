using System.Text;

namespace GatewayBench.FakeProviderTests;

public sealed class EmbeddingVectorTests
{
    private static readonly string[] Documents =
    [
        "The invoice was paid in March by bank transfer.",
        "Restart the gateway when its connection pool is exhausted.",
        "Our cat sleeps on the warm windowsill all afternoon.",
        "A rate limit answers 429 with a hint when to retry.",
        "Bake the bread for forty minutes, then let it cool.",
        "Garbage collection pauses lengthen as the heap grows.",
    ];

    [Theory]
    [InlineData("How do I restart a gateway with an exhausted POOL?", 1)]
    [InlineData("who paid the invoice", 0)]
    [InlineData("retry hint of a rate limit", 3)]
    [InlineData("pauses of garbage collection", 5)]
    [InlineData("how long to bake bread", 4)]
    [InlineData("where does the cat sleep; on which windowsill?", 2)]
    public void A_search_finds_the_document_that_shares_words_with_the_question(
        string question,
        int expected
    )
    {
        var asked = Vector(question);

        var scores = Documents.Select(document => Dot(asked, Vector(document))).ToArray();

        Assert.Equal(expected, Array.IndexOf(scores, scores.Max()));
    }

    [Fact]
    public void Texts_are_the_closer_the_more_words_they_share()
    {
        var text = Vector("amber birch cedar delta");

        Assert.InRange(Dot(text, Vector("DELTA, cedar! Birch; amber")), 0.97, 0.9999);
        Assert.InRange(Dot(text, Vector("amber birch cedar olive")), 0.6, 0.9);
        Assert.InRange(Dot(text, Vector("amber birch maple olive")), 0.35, 0.65);
        Assert.InRange(Dot(text, Vector("lemon stone maple olive")), -0.15, 0.15);
    }

    [Fact]
    public void Strangers_are_at_right_angles_on_average()
    {
        const int Pairs = 400;
        var sum = 0.0;
        var squares = 0.0;
        for (var i = 0; i < Pairs; i++)
        {
            var cosine = Dot(Vector($"left{i} words{i} here{i}"), Vector($"right{i} text{i}"));
            sum += cosine;
            squares += cosine * cosine;
        }

        // A standard deviation of 1 / sqrt(1536) = 0.0255; the seed makes this no matter of luck.
        Assert.InRange(sum / Pairs, -0.005, 0.005);
        Assert.InRange(Math.Sqrt(squares / Pairs), 0.02, 0.03);
    }

    [Theory]
    [InlineData("hello world", 1536)]
    [InlineData("hello world", 3072)]
    [InlineData("many words in few dimensions must not cancel each other", 1)]
    [InlineData("one two", 2)]
    [InlineData("!?", 1536)]
    [InlineData(" ", 8)]
    public void A_vector_has_length_1_and_no_entry_is_0(string text, int dimensions)
    {
        var vector = Vector(text, dimensions: dimensions);

        Assert.Equal(1, Dot(vector, vector), 1e-5);
        Assert.DoesNotContain(0f, vector);
    }

    [Fact]
    public void Only_the_same_seed_and_text_give_the_same_vector()
    {
        Assert.Equal(Vector("hello"), Vector("hello"));
        Assert.NotEqual(Vector("hello"), Vector("Hello"));
        Assert.InRange(Dot(Vector("hello", seed: 1), Vector("hello", seed: 2)), -0.15, 0.15);
    }

    private static float[] Vector(string text, ulong seed = 42, int dimensions = 1536)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var key = new StableHash(seed);
        key.Add(utf8);
        var vector = new float[dimensions];
        EmbeddingVector.Fill(
            vector,
            new EmbeddingInput(Tokens: 1, key.Value, EmbeddingWords.Of(utf8, seed))
        );
        return vector;
    }

    private static double Dot(float[] left, float[] right) =>
        left.Zip(right, (l, r) => (double)l * r).Sum();
}
