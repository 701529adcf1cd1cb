namespace GatewayBench;

/// <summary>Counts requests by how many attempts they have made so far, without locks.</summary>
internal sealed class AttemptCounter
{
    /// <summary>From this many attempts on all count alike.</summary>
    public const int Many = 4;

    /// <summary>Arrivals that were a first attempt, a second and so on, up to the one that makes many.</summary>
    private readonly long[] _arrivals = new long[Many];

    private long _attempts;

    /// <summary>All of them.</summary>
    public long Attempts => Volatile.Read(ref _attempts);

    /// <summary>Those that were a request's first.</summary>
    public long FirstAttempts => Volatile.Read(ref _arrivals[0]);

    /// <param name="attempt">From 1.</param>
    public void Count(int attempt)
    {
        Interlocked.Increment(ref _attempts);
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
