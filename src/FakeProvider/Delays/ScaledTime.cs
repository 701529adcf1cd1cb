namespace GatewayBench;

/// <summary>
/// A clock that runs faster than another: what waits ten seconds by it waits one second at a scale of
/// 0.1. As the provider's clock it shortens delays, gaps between tokens, faults and the windows of
/// rate limits together. What the provider writes into answers, such as <c>Retry-After</c>, stays in
/// the seconds of this clock, which a gateway waits out by its own.
/// </summary>
public sealed class ScaledTime : TimeProvider
{
    private readonly TimeProvider _inner;
    private readonly DateTimeOffset _utcOrigin;
    private readonly long _origin;

    /// <param name="scale">What times are multiplied by: 0.001 to 1.</param>
    /// <param name="inner">The other clock; default the system's.</param>
    /// <exception cref="ArgumentException">The scale is out of its range.</exception>
    public ScaledTime(double scale, TimeProvider? inner = null)
    {
        Scale = scale is >= 0.001 and <= 1
            ? scale
            : throw InvalidOption.Exception(nameof(scale), scale, "0.001 to 1");
        _inner = inner ?? System;
        (_utcOrigin, _origin) = (_inner.GetUtcNow(), _inner.GetTimestamp());
    }

    /// <summary>What times are multiplied by.</summary>
    public double Scale { get; }

    /// <inheritdoc />
    public override long TimestampFrequency => _inner.TimestampFrequency;

    /// <inheritdoc />
    public override TimeZoneInfo LocalTimeZone => _inner.LocalTimeZone;

    /// <inheritdoc />
    public override long GetTimestamp() =>
        _origin + (long)((_inner.GetTimestamp() - _origin) / Scale);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() =>
        _utcOrigin + (_inner.GetUtcNow() - _utcOrigin) / Scale;

    /// <inheritdoc />
    public override ITimer CreateTimer(
        TimerCallback callback,
        object? state,
        TimeSpan dueTime,
        TimeSpan period
    ) => new ScaledTimer(_inner.CreateTimer(callback, state, Real(dueTime), Real(period)), this);

    /// <summary>By the other clock; up to the next millisecond, as timers cut off what is finer and would come too early.</summary>
    private TimeSpan Real(TimeSpan time) =>
        time <= TimeSpan.Zero
            ? time
            : TimeSpan.FromMilliseconds(Math.Ceiling((time * Scale).TotalMilliseconds));

    private sealed class ScaledTimer(ITimer timer, ScaledTime clock) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) =>
            timer.Change(clock.Real(dueTime), clock.Real(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
