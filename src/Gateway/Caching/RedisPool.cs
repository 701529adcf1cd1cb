using System.Collections.Concurrent;

namespace Gateway;

/// <summary>Lends connections, at most so many at a time; who comes then waits for one.</summary>
internal sealed class RedisPool(RedisDoor door, int size) : IDisposable
{
    private readonly SemaphoreSlim _free = new(size);
    private readonly ConcurrentStack<RedisConnection> _idle = new();

    /// <inheritdoc cref="RedisConnection.AskAsync"/>
    public async ValueTask<ReadOnlyMemory<byte>?> AskAsync(
        string command,
        ReadOnlyMemory<byte>[] arguments,
        CancellationToken cancellationToken
    )
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            var connection = _idle.TryPop(out var idle)
                ? idle
                : await door.OpenAsync(cancellationToken);
            return await AskOverAsync(connection, command, arguments, cancellationToken);
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        CloseIdle();
        _free.Dispose();
    }

    private async ValueTask<ReadOnlyMemory<byte>?> AskOverAsync(
        RedisConnection connection,
        string command,
        ReadOnlyMemory<byte>[] arguments,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var reply = await connection.AskAsync(command, arguments, cancellationToken);
            _idle.Push(connection);
            return reply;
        }
        catch (Exception e)
        {
            connection.Dispose();
            if (e is not OperationCanceledException)
            {
                // What broke this one, a restart most likely, broke those too.
                CloseIdle();
            }
            throw;
        }
    }

    private void CloseIdle()
    {
        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }
}
