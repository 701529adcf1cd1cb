namespace GatewayBench;

/// <summary>Counts requests by how many attempts they have made so far, without locks.</summary>
internal sealed class AttemptCounter
{
    /// <summary>From this many attempts on all count alike.</summary>
    public const int Many = 4;

    /// <summary>Arrivals that were a first attempt, a second and so on, up to the one that makes many.</summary>
    private readonly long[] _arrivals = new long[Many];

    /// <param name="attempt">From 1.</param>
    public void Count(int attempt)
    {
        if (attempt <= Many)
        {
            Interlocked.Increment(ref _arrivals[attempt - 1]);
        }
    }

    /// <returns>Requests that made one attempt, two, three, four or more.</returns>
    public long[] Requests()
    {
        var requests = new long[Many];
        var more = 0L;
        // Who makes a third attempt was counted for the second before: from the end no
        // difference is negative.
        for (var i = Many - 1; i >= 0; i--)
        {
            var arrivals = Volatile.Read(ref _arrivals[i]);
            requests[i] = arrivals - more;
            more = arrivals;
        }
        return requests;
    }
}
