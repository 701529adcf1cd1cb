namespace GatewayBench;

/// <summary>Puts the hits of one iteration together: the whole, from its intended start to its last exchange's end.</summary>
/// <param name="intended">When the iteration was meant to start.</param>
internal struct HitSum(long intended)
{
    private bool _any;
    private long _apart;
    private long _sent;
    private long _firstByte;
    private long _bytes;
    private long _ended;
    private Outcome _outcome;
    private int _status;

    /// <param name="hit">What has been done.</param>
    /// <param name="due">When that was meant to start; the hit tells how much of its time is not its own.</param>
    public void Add(in Hit hit, long due)
    {
        var apart = hit.Intended - due;
        if (!_any)
        {
            _any = true;
            _sent = hit.Sent - apart;
            _firstByte = hit.FirstByte == 0 ? 0 : hit.FirstByte - apart;
        }
        _apart += apart;
        _bytes += hit.Bytes;
        (_ended, _outcome, _status) = (hit.Ended, hit.Outcome, hit.Status);
    }

    /// <summary>Takes a pause out of every figure.</summary>
    public void Pause(long ticks) => _apart += ticks;

    /// <summary>Ends it otherwise than its last exchange did.</summary>
    public void End(Outcome outcome, long ended) =>
        (_outcome, _ended, _status) = (outcome, ended, 0);

    public readonly Hit Whole =>
        new(
            intended + _apart,
            _sent + _apart,
            _firstByte == 0 ? 0 : _firstByte + _apart,
            _ended,
            _outcome,
            _bytes,
            Status: _status
        );
}
