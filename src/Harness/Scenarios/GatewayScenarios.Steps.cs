using System.Text.Json;

namespace GatewayBench;

/// <content>Scenarios of several exchanges.</content>
public static partial class GatewayScenarios
{
    /// <summary>
    /// A login, <c>{"user": …, "password": …}</c>, answered by an <c>access_token</c> that goes with
    /// all that the user sends from then on.
    /// </summary>
    /// <param name="path">Such as <c>/auth/login</c>.</param>
    /// <param name="user">The name that all users log in with.</param>
    /// <param name="password">Never in a result.</param>
    public static Scenario Login(string path, string user, string password) =>
        Scenario
            .Http($"POST {path}", one => one.PostJson(path, new Credentials(user, password)))
            .Check("has token", reply => !string.IsNullOrEmpty(reply.Json("access_token")))
            .Then((one, reply) => one.Token = reply.Json("access_token"));

    /// <summary>A scenario whose users log in before their first iteration.</summary>
    public static Scenario LoggedIn(Scenario scenario, Scenario login)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.First(login);
    }

    /// <summary>
    /// Turns of a conversation, <c>{"message": …, "session_id": …}</c>, answered by a <c>reply</c>
    /// that is not empty: one iteration is one turn in the user's session, which is a new one after so
    /// many turns. Users think for 2 to 8 s between turns, unless <see cref="Scenario.ThinkTime(Delay)"/>
    /// says otherwise.
    /// </summary>
    /// <param name="turns">In a session; from 1.</param>
    /// <param name="path">Default <c>/api/chat</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 1.</exception>
    public static Scenario Session(int turns, string path = "/api/chat")
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(turns, 1);
        return Scenario
            .Http(
                $"POST {path}, {turns} turns",
                user => user.PostJson(path, ChatTurn.Of(user, turns))
            )
            .Check("has reply", reply => !string.IsNullOrEmpty(reply.Json("reply")))
            .ThinkTime("2s", "8s")
            .AsChat();
    }

    /// <summary>A search, <c>{"query": …}</c>, answered by <c>documents</c>, of which there is at least one.</summary>
    /// <param name="path">Such as <c>/api/search</c>.</param>
    /// <param name="queries">Drawn from by each user, in an order of its own; at least one.</param>
    /// <exception cref="ArgumentException">No query.</exception>
    public static Scenario Search(string path, params IReadOnlyList<string> queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        if (queries.Count == 0)
        {
            throw new ArgumentException(
                $"The search at '{path}' has no queries; allowed: one or more."
            );
        }
        return Scenario
            .Http(
                $"POST {path}",
                user =>
                    user.PostJson(path, new SearchQuery(queries[user.NextNumber(queries.Count)]))
            )
            .Check("has documents", reply => IsFilledArray(reply.Json("documents")));
    }

    /// <summary>
    /// Chat turns over a WebSocket: <c>{"message": …, "session_id": …}</c> there, then messages with a
    /// <c>type</c> back, any number of <c>delta</c>, until <c>done</c> or <c>error</c>.
    /// </summary>
    /// <param name="path">Default <c>/ws/chat</c>.</param>
    public static Scenario WebSocketChat(string path = "/ws/chat") =>
        Scenario
            .WebSocketStream(
                $"WS {path}",
                path,
                user => JsonSerializer.Serialize(ChatTurn.Of(user), JsonSerializerOptions.Web),
                StreamFormat.Deltas
            )
            .Check("has text", HasText)
            .AsChat();

    private static bool IsFilledArray(string? json) =>
        json is ['[', .. var rest] && !rest.AsSpan().TrimStart().StartsWith(']');

    private sealed record Credentials(string User, string Password);

    private sealed record SearchQuery(string Query);
}
