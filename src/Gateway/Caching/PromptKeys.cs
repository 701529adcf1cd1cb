using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Gateway;

/// <summary>
/// Says which answer a request would get: SHA-256 over everything that makes one, so that no prompt
/// lies around in a key. Tools belong to it by name, description and schema, since the model knows no
/// more of them.
/// </summary>
internal sealed class PromptKeys(
    IOptions<PromptCacheOptions> cache,
    IOptions<ProviderOptions> provider,
    IHttpContextAccessor callers
)
{
    /// <summary>What OpenAI takes for the temperature of a request that names none.</summary>
    private const double DefaultTemperature = 1;

    // Another number when the meaning of what is kept changes: older gateways may share the store.
    private const string Prefix = "gateway:answer:2:";

    /// <returns>Null if the answer may not be kept.</returns>
    public string? Of(IReadOnlyList<ChatMessage> messages, ChatOptions? options)
    {
        if (!IsRepeatable(options) || OwnerOf() is not { } owner)
        {
            return null;
        }
        var told = new
        {
            owner,
            provider = provider.Value.Endpoint,
            model = options?.ModelId ?? provider.Value.Model,
            // Ids and times of messages are ours, and never sent.
            messages = messages.Select(m => new
            {
                m.Role,
                m.AuthorName,
                m.Contents,
                m.AdditionalProperties,
            }),
            options,
            tools = options
                ?.Tools?.Cast<AIFunctionDeclaration>()
                .Select(t => new
                {
                    t.Name,
                    t.Description,
                    t.JsonSchema,
                    t.AdditionalProperties,
                }),
        };
        var written = JsonSerializer.SerializeToUtf8Bytes(told, WrittenAnswer.Json);
        return Prefix + Convert.ToHexStringLower(SHA256.HashData(written));
    }

    // Without a temperature of its own a request varies; a conversation kept at the provider, settings
    // of its SDK, or tools that it runs itself are more than the key can see.
    private bool IsRepeatable(ChatOptions? options) =>
        (options?.Temperature ?? DefaultTemperature) <= cache.Value.MaxTemperature
        && options?.ConversationId is null
        && options?.RawRepresentationFactory is null
        && options?.Tools?.All(tool => tool is AIFunctionDeclaration) is not false;

    // Work that no request waits for has no caller that could be told from another.
    private string? OwnerOf() =>
        cache.Value.Scope == PromptCacheOptions.Global ? "everybody"
        : callers.HttpContext is { } context ? $"caller {Caller.Of(context)}"
        : null;
}
