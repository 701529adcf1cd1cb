namespace BrokenWorker;

/// <summary>
/// What a request needs to its end, in many small pieces: what is large is collected beside the work.
/// </summary>
internal sealed class Litter(IConfiguration settings)
{
    private const int PieceBytes = 150;
    private readonly int _pieces = settings.GetValue("Litter:Pieces", 0);

    public byte[][] Drop()
    {
        var pieces = new byte[_pieces][];
        for (var i = 0; i < pieces.Length; i++)
        {
            pieces[i] = new byte[PieceBytes];
        }
        return pieces;
    }
}
