using System.Collections;

namespace GatewayBench;

/// <summary>
/// The models that a <see cref="FakeProvider"/> lists, each with its context window: how many tokens
/// a prompt and its reply may have together. Requests may name any other model too.
/// </summary>
public sealed class ModelCatalog : IEnumerable<KeyValuePair<string, int>>
{
    private const int GptFourOmni = 128_000;
    private const int GptFourOne = 1_047_576;
    private const int Claude = 200_000;

    // By name, so that lists have the same order every time.
    private readonly SortedDictionary<string, int> _windows = new(StringComparer.Ordinal)
    {
        ["claude-3-5-haiku-latest"] = Claude,
        ["claude-haiku-4-5"] = Claude,
        ["claude-opus-4-1"] = Claude,
        ["claude-sonnet-4-5"] = Claude,
        ["gpt-3.5-turbo"] = 16_385,
        ["gpt-4"] = 8_192,
        ["gpt-4.1"] = GptFourOne,
        ["gpt-4.1-mini"] = GptFourOne,
        ["gpt-4o"] = GptFourOmni,
        ["gpt-4o-mini"] = GptFourOmni,
        ["gpt-5"] = 400_000,
        ["gpt-5-mini"] = 400_000,
        ["o3"] = 200_000,
        ["o4-mini"] = 200_000,
        ["text-embedding-3-large"] = 8_192,
        ["text-embedding-3-small"] = 8_192,
    };

    /// <summary>The context window of models that are not listed, in tokens: at least 1, by default
    /// 128,000.</summary>
    public int DefaultContextWindow { get; set; } = GptFourOmni;

    /// <summary>The context window of a model, in tokens: at least 1. Setting it lists the model.</summary>
    /// <param name="model">Its name, as requests give it.</param>
    public int this[string model]
    {
        get => _windows.TryGetValue(model, out var window) ? window : DefaultContextWindow;
        set => _windows[model] = value;
    }

    /// <summary>Takes a model off the list.</summary>
    /// <param name="model">Its name.</param>
    /// <returns>Whether it was listed.</returns>
    public bool Remove(string model) => _windows.Remove(model);

    /// <summary>Takes all models off the list.</summary>
    public void Clear() => _windows.Clear();

    /// <summary>The listed models and their context windows, by name.</summary>
    public IEnumerator<KeyValuePair<string, int>> GetEnumerator() => _windows.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
