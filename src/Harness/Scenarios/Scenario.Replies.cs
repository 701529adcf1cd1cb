namespace GatewayBench;

/// <content>What a user takes from a reply.</content>
public sealed partial record Scenario
{
    /// <summary>Run in order after a success.</summary>
    internal IReadOnlyList<Action<User, Reply>> Actions { get; private init; } = [];

    /// <summary>What users show from the start; null for nothing.</summary>
    internal string? Token { get; private init; }

    /// <summary>
    /// The scenario with users who show a bearer token from the start, such as an API key. It never
    /// gets into a result.
    /// </summary>
    public Scenario Bearer(string token)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        return this with { Token = token };
    }

    /// <summary>
    /// The scenario with something that a user does with each successful reply before its next
    /// exchange, such as <c>user.Token = reply.Json("access_token")</c>. The time that it takes is
    /// part of the latency, as that of checks is.
    /// </summary>
    /// <param name="action">Must not keep the reply.</param>
    public Scenario Then(Action<User, Reply> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        RequireReply(nameof(Then));
        return this with { Actions = [.. Actions, action] };
    }

    /// <summary>
    /// The scenario with a value that the user keeps from each reply, for later exchanges:
    /// <c>user["run"]</c>. A reply without it fails the check <c>has run</c>.
    /// </summary>
    /// <param name="key">What the user knows it by.</param>
    /// <param name="read">Reads it, such as <c>reply => reply.Json("id")</c>; null where the reply lacks it.</param>
    public Scenario Capture(string key, Func<Reply, string?> read)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(read);
        return Check($"has {key}", reply => read(reply) is not null)
            .Then((user, reply) => user[key] = read(reply));
    }
}
