namespace Gateway;

/// <summary>
/// Calls back whenever nothing has happened for a while. What happens costs a time stamp and no
/// change of a timer, since it may happen for each token of a stream.
/// </summary>
internal sealed class QuietTimer : IAsyncDisposable
{
    // Timers count whole milliseconds: a shorter rest would fire at once, over and over.
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(1);

    private readonly TimeProvider _clock;
    private readonly TimeSpan _quiet;
    private readonly Action _onQuiet;
    private readonly ITimer _timer;
    private long _touched;
    private volatile bool _disposed;

    public QuietTimer(TimeProvider clock, TimeSpan quiet, Action onQuiet)
    {
        (_clock, _quiet, _onQuiet) = (clock, quiet, onQuiet);
        Touch();
        _timer = clock.CreateTimer(
            static timer => ((QuietTimer)timer!).Look(),
            this,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        Rest(quiet);
    }

    /// <summary>Something happened: the while begins anew.</summary>
    public void Touch() => Volatile.Write(ref _touched, _clock.GetTimestamp());

    /// <summary>Ends when nobody is called back any more.</summary>
    public ValueTask DisposeAsync()
    {
        _disposed = true;
        return _timer.DisposeAsync();
    }

    private void Look()
    {
        var left = _quiet - _clock.GetElapsedTime(Volatile.Read(ref _touched));
        if (left <= TimeSpan.Zero)
        {
            Touch();
            _onQuiet();
            left = _quiet;
        }
        Rest(left);
    }

    private void Rest(TimeSpan left)
    {
        if (!_disposed)
        {
            _timer.Change(left < Shortest ? Shortest : left, Timeout.InfiniteTimeSpan);
        }
    }
}
