namespace GatewayBench.FakeProviderTests.InMemory;

public sealed class SmallBlocksTests : IDisposable
{
    private readonly SmallBlocks _blocks = new();

    public void Dispose() => _blocks.Dispose();

    [Fact]
    public void A_block_is_used_again()
    {
        var first = _blocks.Rent();
        first.Dispose();
        Assert.Equal(1, _blocks.Free);

        Assert.Same(first, _blocks.Rent(SmallBlocks.Size));

        Assert.Equal(0, _blocks.Free);
        Assert.NotSame(first, _blocks.Rent());
    }

    [Fact]
    public void It_has_no_larger_ones() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _blocks.Rent(SmallBlocks.Size + 1));
}
