namespace Gateway;

/// <summary>Draws what is added to waits, so that callers who failed together don't return together.</summary>
internal sealed class Jitter(int? seed)
{
    private readonly Lock _gate = new();
    private readonly Random _random = seed is { } given ? new(given) : new();

    /// <returns>At least 0 and less than 1.</returns>
    public double Next()
    {
        lock (_gate)
        {
            return _random.NextDouble();
        }
    }
}
