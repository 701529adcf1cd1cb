namespace GatewayBench;

/// <summary>A configuration value of a hosted gateway.</summary>
/// <param name="Key">With colons.</param>
/// <param name="Value">The value.</param>
/// <param name="IsSecret">Whether some of it came from the environment.</param>
internal sealed record BenchSetting(string Key, string Value, bool IsSecret)
{
    private const string Allowed = "an object of configuration values";
    private const int MostDepth = 16;

    /// <exception cref="BenchException">A value is a list or can't be read.</exception>
    public static IReadOnlyList<BenchSetting> Read(BenchNode? node) =>
        node is null ? [] : [.. Below(node, "", MostDepth)];

    /// <param name="node">An object.</param>
    /// <param name="prefix">The keys that lead to it.</param>
    /// <param name="depth">How deep it may be: an alias can stand in what it stands for.</param>
    private static IEnumerable<BenchSetting> Below(BenchNode node, string prefix, int depth) =>
        (
            depth > 0
                ? node
                : throw node.Failed($"{prefix} is too deep; allowed: {MostDepth} levels.")
        )
            .Entries(Allowed)
            .SelectMany(entry =>
            {
                var key = prefix + entry.Key.Value;
                return entry.Value.IsMap
                    ? Below(entry.Value, $"{key}:", depth - 1)
                    : [One(key, entry.Value)];
            });

    private static BenchSetting One(string key, BenchNode node)
    {
        var value = TemplateReader.ReadFixed(node, Allowed);
        return new BenchSetting(key, value.Fixed!, value.HasSecret);
    }
}
