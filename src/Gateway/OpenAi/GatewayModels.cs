using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>The models that callers may name: the provider's usual one first.</summary>
internal sealed class GatewayModels(
    IOptions<CompletionsOptions> completions,
    IOptions<ProviderOptions> provider,
    TimeProvider clock
)
{
    // OpenAI's form wants a time; the gateway knows only since when it offers them.
    private readonly long _since = clock.GetUtcNow().ToUnixTimeSeconds();

    private readonly string[] _names =
    [
        .. completions.Value.Models.Prepend(provider.Value.Model).Distinct(StringComparer.Ordinal),
    ];

    public ModelList All => new([.. _names.Select(Card)]);

    /// <exception cref="OpenAiException">There is no such model.</exception>
    public ModelCard Find(string name) =>
        _names.Contains(name, StringComparer.Ordinal)
            ? Card(name)
            : throw new OpenAiException(
                StatusCodes.Status404NotFound,
                $"There is no model '{Quoted.Truncate(name)}': there is {string.Join(", ", _names)}.",
                "model",
                "model_not_found"
            );

    private ModelCard Card(string name) => new(name, _since);
}
