namespace GatewayBench;

/// <summary>What the users of one row share while it runs.</summary>
internal sealed class RowRun(
    Scenario scenario,
    HttpMessageInvoker client,
    RunOptions options,
    CancellationToken cancelled
) : IDisposable
{
    private long _measuredFrom = long.MaxValue;
    private volatile bool _stopped;

    public Scenario Scenario => scenario;

    public HttpMessageInvoker Client => client;

    public TimeProvider Clock => options.Clock;

    public TimeSpan Timeout => options.ExchangeTimeout;

    public CancellationToken Cancelled => cancelled;

    public RecorderSet Recorders { get; } =
        new(options.Clock.TimestampFrequency, scenario.Checks.Count);

    public ErrorSamples Samples { get; } = new();

    /// <summary>Hits intended earlier belong to the warm-up and are not recorded.</summary>
    public long MeasuredFrom
    {
        get => Volatile.Read(ref _measuredFrom);
        set => Volatile.Write(ref _measuredFrom, value);
    }

    public bool IsMeasuring => !_stopped && MeasuredFrom != long.MaxValue;

    /// <summary>No user starts another exchange; those in flight go on.</summary>
    public bool Stopped
    {
        get => _stopped || cancelled.IsCancellationRequested;
        set => _stopped = value;
    }

    public void Dispose() => Recorders.Dispose();
}
