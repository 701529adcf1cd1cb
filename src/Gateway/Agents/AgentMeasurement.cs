namespace Gateway;

/// <summary>Measures one agent's turn from its making to its disposal.</summary>
internal sealed class AgentMeasurement(
    AgentMetrics metrics,
    TimeProvider clock,
    string agent,
    AgentTurn turn,
    CancellationToken cancellationToken
) : IDisposable
{
    // What the conventions have for an error that has no name of its own: a stream's end tells no more.
    private const string OtherError = "_OTHER";

    private readonly long _started = clock.GetTimestamp();
    private bool _succeeded;

    /// <summary>Says that the agent has answered; a turn without that has failed.</summary>
    public void Succeed() => _succeeded = true;

    public void Dispose()
    {
        var error = cancellationToken.IsCancellationRequested ? AgentMetrics.Cancelled : OtherError;
        metrics.AgentEnded(
            agent,
            clock.GetElapsedTime(_started),
            turn.Steps,
            _succeeded ? null : error
        );
    }
}
