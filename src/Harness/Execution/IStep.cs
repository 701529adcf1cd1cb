namespace GatewayBench;

/// <summary>One user's way to do a scenario, again and again: an exchange, or several.</summary>
internal interface IStep : IAsyncDisposable
{
    /// <summary>What the scenario's metrics read from the last reply; nothing unless it was a success.</summary>
    ReadOnlySpan<long> Metrics { get; }

    /// <summary>What is to be recorded of the last reply if it was a stream and a success; else null.</summary>
    StreamFigures? Stream => null;

    /// <summary>What the last exchange asked for; nothing of several.</summary>
    Asked Asked => default;

    /// <summary>How the user pauses after what it did last; null for not at all.</summary>
    Delay? Pause { get; }

    /// <summary>Does it once. Whatever the target does ends as the hit's outcome.</summary>
    /// <param name="intended">When it was meant to start.</param>
    /// <param name="id">Which iteration of the row it is.</param>
    /// <returns>
    /// The hit. Time that is not its own (pauses, preludes) is taken out by moving its intended start
    /// and its send forward.
    /// </returns>
    /// <exception cref="ScenarioException">The scenario's own code failed.</exception>
    ValueTask<Hit> RunAsync(long intended, HitId id);

    /// <summary>Gives up, until the next time, what only an exchange under way needs.</summary>
    void Rest();
}
