namespace GatewayBench.FakeProviderTests;

public sealed class StableHashTests
{
    [Fact]
    public void The_hash_is_the_same_in_every_process() =>
        Assert.Equal(1768451561424237503UL, HashOf(42, "the quick brown fox"u8));

    /// <summary>Sessions, mixes and trace ids are drawn by such hashes.</summary>
    [Fact]
    public void A_text_has_the_hash_of_its_utf_16()
    {
        var hash = new StableHash(42);

        hash.Add("POST /api/chat, \u00fc");

        Assert.Equal(0x7381f112765026bdUL, hash.Value);
    }

    [Fact]
    public void Seed_text_and_where_the_text_is_split_all_matter()
    {
        ulong[] hashes =
        [
            HashOf(1, "ab"u8, "c"u8),
            HashOf(2, "ab"u8, "c"u8),
            HashOf(1, "a"u8, "bc"u8),
            HashOf(1, "ab"u8, "d"u8),
            HashOf(1, "ab"u8, "c\0"u8),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    private static ulong HashOf(
        ulong seed,
        ReadOnlySpan<byte> first,
        ReadOnlySpan<byte> second = default
    )
    {
        var hash = new StableHash(seed);
        hash.Add(first);
        hash.Add(second);
        return hash.Value;
    }
}
