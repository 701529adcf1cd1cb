using System.Collections.Frozen;

namespace GatewayBench;

/// <summary>How many tokens prompt and reply together may have: a copy of <see cref="ModelCatalog"/>.</summary>
internal sealed class ContextWindows(ModelCatalog models)
{
    private readonly FrozenDictionary<string, int> _windows = models.ToFrozenDictionary();
    private readonly int _default = models.DefaultContextWindow;

    public int Of(string model) => _windows.TryGetValue(model, out var window) ? window : _default;
}
