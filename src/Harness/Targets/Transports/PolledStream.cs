using System.Net.Sockets;
using System.Threading.Tasks.Sources;

namespace GatewayBench;

/// <summary>
/// A connected socket whose reads go on in its poller's thread. One read and one write at a time,
/// which is how <c>SocketsHttpHandler</c> and TLS use a stream.
/// </summary>
internal sealed class PolledStream : PlainStream, IValueTaskSource<int>
{
    private const int Idle = 0;
    private const int Waiting = 1;

    /// <summary>The poller is at the waiting read: its buffer must not go back to anybody.</summary>
    private const int Reading = 3;

    /// <summary>The socket has changed since the last attempt to read.</summary>
    private const int Changed = 2;

    /// <summary>The poller is at the waiting read, which is to end whether it finds anything or not.</summary>
    private const int Ending = 4;

    private readonly Socket _socket;
    private readonly SocketPoller _poller;
    private readonly long _id;
    private ManualResetValueTaskSourceCore<int> _read;
    private Exception? _ending;
    private Memory<byte> _buffer;
    private TaskCompletionSource? _writable;
    private int _state;
    private bool _maybeMore;
    private volatile bool _hasEnded;
    private volatile bool _disposed;

    /// <param name="socket">Non-blocking, without any asynchronous operation so far; becomes the stream's.</param>
    /// <param name="poller">Whose thread goes on with reads.</param>
    /// <param name="isConnected">Else its connect is under way: see <see cref="ConnectedAsync"/>.</param>
    public PolledStream(Socket socket, SocketPoller poller, bool isConnected = true)
    {
        (_socket, _poller) = (socket, poller);
        _writable = isConnected ? null : NewSignal();
        _id = poller.Add(this, socket.Handle);
    }

    /// <summary>Waits until a socket whose connect is under way is connected, which is when it can be written.</summary>
    /// <exception cref="SocketException">It can't be connected.</exception>
    public async ValueTask ConnectedAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _writable!.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            _writable = null;
        }
        var error = (SocketError)
            (int)_socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.Error)!;
        if (error != SocketError.Success)
        {
            throw new SocketException((int)error);
        }
    }

    /// <remarks>Without room in the buffer it waits until there is something to be read.</remarks>
    public override ValueTask<int> ReadAsync(
        Memory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (true)
        {
            var changed = Interlocked.Exchange(ref _state, Idle) == Changed;
            var maybe = buffer.Length > 0 || changed || _maybeMore || _hasEnded;
            if (maybe && TryRead(buffer.Span, out var read))
            {
                return ValueTask.FromResult(read);
            }
            _read.Reset();
            _buffer = buffer;
            Volatile.Write(ref _ending, null);
            // Changed in the meantime: what it is may already have been missed.
            if (Interlocked.CompareExchange(ref _state, Waiting, Idle) == Idle)
            {
                return _disposed ? Gone() : Wait(cancellationToken);
            }
        }
    }

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        while (buffer.Length > 0)
        {
            var writable = _writable;
            var sent = _socket.Send(buffer.Span, SocketFlags.None, out var error);
            if (error == SocketError.Success)
            {
                buffer = buffer[sent..];
            }
            else if (error != SocketError.WouldBlock)
            {
                throw Broken(error);
            }
            else if (writable is null)
            {
                // Tried once more with somebody to be told, since it may have become writable just now.
                _writable = NewSignal();
            }
            else
            {
                await writable.Task.WaitAsync(cancellationToken);
                _writable = null;
            }
        }
    }

    /// <summary>Called by the poller.</summary>
    /// <param name="isReadable">There is something to be read, or the end.</param>
    /// <param name="isWritable">There is room for something to be written.</param>
    /// <param name="hasEnded">The other side will send no more: it is told only once.</param>
    public void Wake(bool isReadable, bool isWritable, bool hasEnded)
    {
        _hasEnded |= hasEnded;
        if (isWritable)
        {
            _writable?.TrySetResult();
        }
        if (isReadable && Interlocked.CompareExchange(ref _state, Changed, Idle) == Waiting)
        {
            GoOn();
        }
    }

    int IValueTaskSource<int>.GetResult(short token) => _read.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<int>.GetStatus(short token) => _read.GetStatus(token);

    void IValueTaskSource<int>.OnCompleted(
        Action<object?> continuation,
        object? state,
        short token,
        ValueTaskSourceOnCompletedFlags flags
    ) => _read.OnCompleted(continuation, state, token, flags);

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_disposed)
        {
            _disposed = true;
            _poller.Remove(_id);
            _socket.Dispose();
            _writable?.TrySetException(Broken(SocketError.OperationAborted));
            EndRead(Broken(SocketError.OperationAborted));
        }
        base.Dispose(disposing);
    }

    /// <summary>Only the poller comes here, with a read that waits.</summary>
    private void GoOn()
    {
        if (Interlocked.CompareExchange(ref _state, Reading, Waiting) != Waiting)
        {
            return;
        }
        try
        {
            // There is something, or the end: who waits for no more than that need not look at it.
            var read = 0;
            _maybeMore = _buffer.IsEmpty;
            if (_buffer.IsEmpty || TryRead(_buffer.Span, out read))
            {
                // Also if it was to end: what has been read would be lost.
                Volatile.Write(ref _state, Idle);
                _read.SetResult(read);
            }
            else if (Interlocked.CompareExchange(ref _state, Waiting, Reading) == Ending)
            {
                Fail(Volatile.Read(ref _ending)!);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            Fail(Volatile.Read(ref _ending) ?? e);
        }
    }

    private void Fail(Exception failure)
    {
        Volatile.Write(ref _state, Idle);
        _read.SetException(failure);
    }

    /// <summary>Ends a read that waits; one that the poller is at, the poller ends.</summary>
    private void EndRead(Exception failure)
    {
        Volatile.Write(ref _ending, failure);
        while (Volatile.Read(ref _state) is var state and (Waiting or Reading))
        {
            var next = state == Waiting ? Idle : Ending;
            if (Interlocked.CompareExchange(ref _state, next, state) != state)
            {
                continue;
            }
            if (state == Waiting)
            {
                _read.SetException(failure);
            }
            return;
        }
    }

    private ValueTask<int> Gone()
    {
        EndRead(Broken(SocketError.OperationAborted));
        return new ValueTask<int>(this, _read.Version);
    }

    private ValueTask<int> Wait(CancellationToken cancellationToken) =>
        cancellationToken.CanBeCanceled
            ? WaitAsync(cancellationToken)
            : new ValueTask<int>(this, _read.Version);

    private async ValueTask<int> WaitAsync(CancellationToken cancellationToken)
    {
        await using (
            cancellationToken.UnsafeRegister(
                static (stream, token) =>
                    ((PolledStream)stream!).EndRead(new OperationCanceledException(token)),
                this
            )
        )
        {
            return await new ValueTask<int>(this, _read.Version);
        }
    }

    /// <returns>False when there is nothing to be read yet.</returns>
    private bool TryRead(Span<byte> buffer, out int read)
    {
        Span<byte> peeked = stackalloc byte[1];
        var isPeek = buffer.IsEmpty;
        read = _socket.Receive(
            isPeek ? peeked : buffer,
            isPeek ? SocketFlags.Peek : SocketFlags.None,
            out var error
        );
        if (error == SocketError.WouldBlock)
        {
            _maybeMore = false;
            return false;
        }
        if (error != SocketError.Success)
        {
            throw Broken(error);
        }
        _maybeMore = isPeek || read == buffer.Length;
        read = isPeek ? 0 : read;
        return true;
    }

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static IOException Broken(SocketError error)
    {
        var cause = new SocketException((int)error);
        return new IOException(cause.Message, cause);
    }
}
