using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// Runs turns, for every endpoint alike. What goes wrong at the provider comes out as a
/// <see cref="ProviderException"/>; a turn that fails or is cancelled leaves no trace.
/// </summary>
internal sealed class TurnRunner(IChatClient agent)
{
    public Task<ChatResponse> RunAsync(Turn turn, CancellationToken cancellationToken) =>
        agent.GetResponseAsync(turn.Message, cancellationToken: cancellationToken);

    /// <summary>The same turn piece by piece, as the provider sends it.</summary>
    public IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        Turn turn,
        CancellationToken cancellationToken
    ) => agent.GetStreamingResponseAsync(turn.Message, cancellationToken: cancellationToken);
}
