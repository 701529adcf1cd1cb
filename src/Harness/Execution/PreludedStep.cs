namespace GatewayBench;

/// <summary>A step that needs something done before: a login once, a connection whenever there is none.</summary>
/// <param name="run">Whose prelude it is.</param>
/// <param name="prelude">What is done before.</param>
/// <param name="step">What it is done for.</param>
/// <param name="isReady">Whether it is not needed now; default: once it has succeeded.</param>
internal sealed class PreludedStep(
    PartRun run,
    IStep prelude,
    IStep step,
    Func<bool>? isReady = null
) : IStep
{
    private bool _isDone;

    public ReadOnlySpan<long> Metrics => step.Metrics;

    public StreamFigures? Stream => step.Stream;

    public Asked Asked => step.Asked;

    public Delay? Pause => _isDone ? step.Pause : run.Scenario.Pause ?? step.Pause;

    public ValueTask<Hit> RunAsync(long intended, HitId id) =>
        (isReady?.Invoke() ?? _isDone) ? step.RunAsync(intended, id) : RunBothAsync(intended, id);

    public void Rest()
    {
        prelude.Rest();
        step.Rest();
    }

    public async ValueTask DisposeAsync()
    {
        await prelude.DisposeAsync();
        await step.DisposeAsync();
    }

    private async ValueTask<Hit> RunBothAsync(long intended, HitId id)
    {
        var started = run.Clock.GetTimestamp();
        var before = await prelude.RunAsync(started, id);
        _isDone = before.Outcome == Outcome.Success;
        // What the step had to wait for its turn stays in its latency; the prelude's time does not.
        return _isDone
            ? await step.RunAsync(intended + before.Ended - started, id)
            : before with
            {
                Intended = intended,
                Sent = started,
                FirstByte = 0,
                FailedCheck = ScenarioCode.NoCheck,
            };
    }
}
