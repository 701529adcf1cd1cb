namespace GatewayBench;

/// <summary>An object of a bench file whose keys are known to be of its shape.</summary>
/// <param name="node">The object.</param>
internal sealed class BenchMap(BenchNode node)
{
    private readonly Dictionary<string, BenchNode> _values = new(StringComparer.Ordinal);

    public BenchNode Node => node;

    public void Add(string name, BenchNode value) => _values.Add(name, value);

    public bool Has(BenchKey key) => _values.ContainsKey(key.Name);

    /// <summary>Where its value stands; the object itself for one that is not there.</summary>
    public BenchNode At(BenchKey key) => _values.GetValueOrDefault(key.Name, node);

    /// <returns>The default for a key that is not there.</returns>
    public T Get<T>(BenchKey<T> key, T absent) =>
        _values.TryGetValue(key.Name, out var value) ? key.Kind.Read(value) : absent;

    /// <inheritdoc cref="Get{T}(BenchKey{T}, T)" />
    public T? Get<T>(BenchKey<T> key)
        where T : class =>
        _values.TryGetValue(key.Name, out var value) ? key.Kind.Read(value) : null;

    /// <inheritdoc cref="Get{T}(BenchKey{T}, T)" />
    public T? GetValue<T>(BenchKey<T> key)
        where T : struct =>
        _values.TryGetValue(key.Name, out var value) ? key.Kind.Read(value) : null;

    /// <exception cref="BenchException">None of them is there, or more than one.</exception>
    public void RequireOne(params ReadOnlySpan<BenchKey> keys)
    {
        var all = new List<string>();
        var given = new List<BenchKey>();
        foreach (var key in keys)
        {
            all.Add(key.Name);
            if (Has(key))
            {
                given.Add(key);
            }
        }
        var names = string.Join(", ", all);
        if (given.Count == 0)
        {
            throw node.Failed($"{Prefix}None of {names} is given; allowed: exactly one.");
        }
        if (given.Count > 1)
        {
            throw At(given[1])
                .Failed(
                    $"{At(given[1]).Path} is given beside {given[0].Name}; allowed: exactly one of {names}."
                );
        }
    }

    /// <exception cref="BenchException">One of the others is there beside the key.</exception>
    public void Refuse(BenchKey key, params ReadOnlySpan<BenchKey> others)
    {
        foreach (var other in others)
        {
            if (Has(key) && Has(other))
            {
                throw At(other)
                    .Failed(
                        $"{At(other).Path} is given with {key.Name}, which has no use for it; allowed: one of the two."
                    );
            }
        }
    }

    private string Prefix => node.Path.Length == 0 ? "" : $"{node.Path}: ";
}
