namespace GatewayBench;

/// <summary>The slices of a run of any length, in fixed memory: once there are many, neighbours are put together.</summary>
internal sealed class SliceSeries
{
    private const int Most = 1_200;
    private readonly List<Slice> _slices = [];
    private Slice _open;
    private int _pieces;
    private int _piecesPerSlice = 1;

    /// <summary>All of the same number of pieces; what is left over at the end is not among them.</summary>
    public IReadOnlyList<Slice> All => _slices;

    public void Add(Slice piece)
    {
        _open += piece;
        if (++_pieces < _piecesPerSlice)
        {
            return;
        }
        _slices.Add(_open);
        (_open, _pieces) = (default, 0);
        if (_slices.Count == Most)
        {
            PutTogether();
        }
    }

    private void PutTogether()
    {
        for (var i = 0; i < Most / 2; i++)
        {
            _slices[i] = _slices[2 * i] + _slices[2 * i + 1];
        }
        _slices.RemoveRange(Most / 2, Most / 2);
        _piecesPerSlice *= 2;
    }
}
