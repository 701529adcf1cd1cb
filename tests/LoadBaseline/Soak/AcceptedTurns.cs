namespace GatewayBench.LoadBaseline;

/// <summary>
/// The turns that a gateway has said it did. They are kept in a file, or they would be what grows
/// while memory is watched. Any number of users may add at once.
/// </summary>
internal sealed class AcceptedTurns : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _first = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private readonly string _path;
    private readonly StreamWriter _file;

    /// <param name="path">Of the file, which is made.</param>
    public AcceptedTurns(string path)
    {
        _path = path;
        _file = new StreamWriter(path);
    }

    /// <summary>Ends with the first turn: the load has begun.</summary>
    public Task First => _first.Task;

    public void Add(string session, string reply)
    {
        var turn = StoredTurn.Of(session, reply);
        lock (_gate)
        {
            _file.WriteLine(turn);
        }
        _first.TrySetResult();
    }

    /// <summary>All of them, once no more are added.</summary>
    public IEnumerable<StoredTurn> Read()
    {
        lock (_gate)
        {
            _file.Flush();
        }
        // The writer has it open.
        using var stream = new FileStream(
            _path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite
        );
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return StoredTurn.Parse(line);
        }
    }

    public void Dispose() => _file.Dispose();
}
