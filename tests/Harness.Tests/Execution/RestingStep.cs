namespace GatewayBench.Tests.Execution;

/// <summary>Counts how often it was told to rest.</summary>
internal sealed class RestingStep : IStep
{
    public int Rests { get; private set; }

    public ReadOnlySpan<long> Metrics => [];

    public Delay? Pause => null;

    public ValueTask<Hit> RunAsync(long intended, HitId id) => throw new NotSupportedException();

    public void Rest() => Rests++;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
