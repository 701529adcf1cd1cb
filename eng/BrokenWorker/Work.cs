namespace BrokenWorker;

/// <summary>What each request has to do beyond its answer: a known amount, whoever else wants the processor.</summary>
internal sealed class Work(IConfiguration settings)
{
    private readonly int _rounds = settings.GetValue("Work:Rounds", 0);
    private readonly int _bytes = settings.GetValue("Work:Bytes", 0);

    public void Do()
    {
        var state = 1u;
        for (var i = 0; i < _rounds; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
        }
        if (state == 0)
        {
            throw new InvalidOperationException("The generator never comes to zero.");
        }
        if (_bytes > 0)
        {
            GC.KeepAlive(new byte[_bytes]);
        }
    }
}
