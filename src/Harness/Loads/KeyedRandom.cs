namespace GatewayBench;

/// <summary>The numbers that belong to a key, for libraries that draw from a <see cref="Random"/>.</summary>
internal sealed class KeyedRandom : Random
{
    // One for each thread, because making one costs more than drawing from it. It keeps nothing
    // from key to key.
    [ThreadStatic]
    private static KeyedRandom? s_mine;

    private ulong _key;
    private ulong _index;

    /// <summary>For use on this thread until it asks again.</summary>
    public static KeyedRandom For(ulong key)
    {
        var mine = s_mine ??= new KeyedRandom();
        (mine._key, mine._index) = (key, 0);
        return mine;
    }

    public override double NextDouble() => Sample();

    protected override double Sample() => SplitMix64.UniformAt(_key, _index++);
}
