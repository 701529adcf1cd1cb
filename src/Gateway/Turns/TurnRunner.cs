using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>
/// Runs turns, for every endpoint alike: reads the session, asks the agent, stores the turn. What
/// goes wrong comes out as a <see cref="ProviderException"/> or a <see cref="StoreException"/>; a turn
/// that fails or is cancelled leaves no trace. The store is left alone while the agent thinks.
/// </summary>
internal sealed class TurnRunner(
    IChatClient agent,
    ISessionStore sessions,
    SessionQueue queue,
    Grants grants
)
{
    public async Task<ChatResponse> RunAsync(Turn turn, CancellationToken cancellationToken)
    {
        using var place = await queue.EnterAsync(turn.Owner, turn.SessionId, cancellationToken);
        var history = await sessions.ReadAsync(turn.Owner, turn.SessionId, cancellationToken);
        var response = await agent.GetResponseAsync(
            history.With(turn.Said),
            OptionsOf(turn),
            cancellationToken
        );
        await sessions.AppendAsync(turn, TurnReply.From(response), history, cancellationToken);
        return response;
    }

    /// <summary>
    /// The same turn piece by piece, as the provider sends it. When the last piece is out, the turn
    /// has been stored; one that is not read to its end is not.
    /// </summary>
    public async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        Turn turn,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        using var place = await queue.EnterAsync(turn.Owner, turn.SessionId, cancellationToken);
        var history = await sessions.ReadAsync(turn.Owner, turn.SessionId, cancellationToken);
        var reply = new TurnReply();
        var updates = agent.GetStreamingResponseAsync(
            history.With(turn.Said),
            OptionsOf(turn),
            cancellationToken
        );
        await foreach (var update in updates)
        {
            reply.Add(update);
            yield return update;
        }
        await sessions.AppendAsync(turn, reply, history, cancellationToken);
    }

    private TurnOptions OptionsOf(Turn turn) =>
        new() { MaySearch = grants.Allow(turn.Owner, Scopes.Search) };
}
