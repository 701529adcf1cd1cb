namespace Gateway;

/// <summary>
/// Numbers the times that observable instruments were asked, so that a scrape shows only what they
/// still report, also while another scrape asks them anew.
/// </summary>
internal sealed class ObservationRounds
{
    private long _current;

    public long Current => Volatile.Read(ref _current);

    public long Next() => Interlocked.Increment(ref _current);
}
