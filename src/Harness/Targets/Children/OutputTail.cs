namespace GatewayBench;

/// <summary>The last that a process printed, for the report of its end.</summary>
internal sealed class OutputTail
{
    private const int MaxChars = 32 * 1024;
    private readonly Lock _gate = new();
    private string _text = "";

    /// <summary>Reads to the end, whatever comes, so that the writer never blocks.</summary>
    public async Task DrainAsync(TextReader reader)
    {
        var buffer = new char[4096];
        for (int read; (read = await reader.ReadAsync(buffer)) > 0; )
        {
            Add(new string(buffer, 0, read));
        }
    }

    public void Add(string text)
    {
        lock (_gate)
        {
            var all = _text + text;
            _text = all.Length > MaxChars ? all[^MaxChars..] : all;
        }
    }

    public override string ToString()
    {
        lock (_gate)
        {
            return _text;
        }
    }
}
