namespace GatewayBench;

/// <summary>The ids that Anthropic gives to requests: unique, and the same for the same seed.</summary>
internal sealed class RequestIds(ulong seed)
{
    /// <summary>The header that every answer carries its id in.</summary>
    public const string Header = "request-id";

    private long _last = -1;

    public string Next()
    {
        var number = (ulong)Interlocked.Increment(ref _last);
        return $"req_{SplitMix64.At(seed, number):x16}{number:x8}";
    }
}
