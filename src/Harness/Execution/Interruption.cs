using System.Runtime.InteropServices;

namespace GatewayBench;

/// <summary>
/// Makes the first Ctrl-C (or SIGTERM) end a run instead of the process, so that what was measured
/// is still reported; a second one ends the process as usual.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stop;
    private readonly PosixSignalRegistration[] _signals;
    private bool _interrupted;
    private bool _disposed;

    /// <param name="watch">Whether signals are looked at; else only the caller's token ends the run.</param>
    /// <param name="cancelled">The caller's own way to end the run.</param>
    public Interruption(bool watch, CancellationToken cancelled)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        _signals = watch
            ?
            [
                PosixSignalRegistration.Create(PosixSignal.SIGINT, Receive),
                PosixSignalRegistration.Create(PosixSignal.SIGTERM, Receive),
            ]
            : [];
    }

    /// <summary>Cancelled by a signal or by the caller.</summary>
    public CancellationToken Token => _stop.Token;

    public void Dispose()
    {
        Array.ForEach(_signals, signal => signal.Dispose());
        lock (_gate)
        {
            // A signal's handler may still be on its way.
            _disposed = true;
        }
        _stop.Dispose();
    }

    /// <summary>What a signal does.</summary>
    internal void Receive(PosixSignalContext context)
    {
        lock (_gate)
        {
            if (_interrupted || _disposed)
            {
                return;
            }
            _interrupted = true;
            context.Cancel = true;
            // Not here: what a cancellation sets off would hold up the signals behind this one.
            _ = _stop.CancelAsync();
        }
    }
}
