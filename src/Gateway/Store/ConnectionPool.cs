namespace Gateway;

/// <summary>
/// Lends at most so many connections at a time. Who finds none free waits, in order of arrival, and
/// not forever.
/// </summary>
internal sealed class ConnectionPool(
    string name,
    int max,
    TimeSpan patience,
    IConnectionSource source,
    PoolMetrics metrics,
    TimeProvider clock
) : IDisposable
{
    private readonly SemaphoreSlim _places = new(max, max);
    private int _used;
    private int _waiting;

    public string Name => name;

    public int Max => max;

    /// <summary>Connections that are lent at the moment.</summary>
    public int Used => Volatile.Read(ref _used);

    public int? Idle => source.Idle;

    /// <summary>Callers that wait for a connection at the moment.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <exception cref="StoreException">None came free in time.</exception>
    public async ValueTask<PooledConnection> RentAsync(CancellationToken cancellationToken)
    {
        var asked = clock.GetTimestamp();
        if (!_places.Wait(0, CancellationToken.None))
        {
            await WaitForPlaceAsync(cancellationToken);
        }
        Interlocked.Increment(ref _used);
        try
        {
            var connection = await source.OpenAsync(cancellationToken);
            var opened = clock.GetTimestamp();
            metrics.Waited(name, clock.GetElapsedTime(asked, opened));
            return new PooledConnection(this, connection, opened);
        }
        catch
        {
            FreePlace();
            throw;
        }
    }

    public async ValueTask ReturnAsync(PooledConnection rented)
    {
        metrics.Used(name, clock.GetElapsedTime(rented.Opened));
        try
        {
            await source.ReturnAsync(rented.Connection, rented.IsSound);
        }
        finally
        {
            FreePlace();
        }
    }

    /// <summary>Closes connections that nobody uses: they are likely as dead as one that was lost.</summary>
    public void CloseIdle() => source.CloseIdle();

    public void Dispose() => _places.Dispose();

    private async Task WaitForPlaceAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            timeout.Token,
            cancellationToken
        );
        Interlocked.Increment(ref _waiting);
        try
        {
            await _places.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.TimedOut(name);
            throw new StoreException(StoreFailure.PoolExhausted);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private void FreePlace()
    {
        Interlocked.Decrement(ref _used);
        _places.Release();
    }
}
