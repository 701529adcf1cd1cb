using System.Collections.Frozen;

namespace GatewayBench;

/// <summary>What a provider has done since it started, at one instant.</summary>
/// <param name="Responses">Answers to requests to models, by HTTP status; a status that was never sent is
/// absent.</param>
/// <param name="Abandoned">Requests to models that got no answer, because the client went away, the
/// provider was disposed, or a fault reset the connection.</param>
/// <param name="PromptTokens">The sum over answers with status 200.</param>
/// <param name="CompletionTokens">The sum over answers with status 200.</param>
public sealed record FakeProviderStatistics(
    IReadOnlyDictionary<int, long> Responses,
    long Abandoned,
    long PromptTokens,
    long CompletionTokens
)
{
    /// <summary>Well-formed requests that were refused, by reason; a reason that never came up is
    /// absent.</summary>
    public IReadOnlyDictionary<RefusalReason, long> Refusals { get; init; } =
        FrozenDictionary<RefusalReason, long>.Empty;

    /// <summary>How many requests were hit by a fault, by its <see cref="Fault.Kind"/>; a kind that hit
    /// none is absent.</summary>
    public IReadOnlyDictionary<string, long> Faults { get; init; } =
        FrozenDictionary<string, long>.Empty;

    /// <summary>How well it kept its delays, and who asked for what how often.</summary>
    public ProviderAudit Audit { get; init; } = new();

    /// <summary>Requests to models that have ended, whether answered or abandoned: chats, messages,
    /// responses, embeddings and counts of tokens.</summary>
    public long ChatRequests => Responses.Values.Sum() + Abandoned;

    /// <summary>How many requests to models were answered with this HTTP status.</summary>
    /// <param name="status">Such as 200 or 429.</param>
    public long ResponsesWith(int status) => Responses.GetValueOrDefault(status);
}
