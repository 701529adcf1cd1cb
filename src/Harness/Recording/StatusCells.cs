namespace GatewayBench;

/// <summary>How many exchanges failed with an answer of each status. One thread writes, and counts only grow.</summary>
internal sealed class StatusCells
{
    /// <summary>What HTTP has room for, in three digits.</summary>
    private readonly long[] _counts = new long[1_000];

    /// <param name="status">0 of what got no answer, which is counted nowhere.</param>
    public void Add(int status)
    {
        if (status > 0 && status < _counts.Length)
        {
            _counts[status]++;
        }
    }

    public void Add(StatusCells? other)
    {
        for (var i = 0; i < _counts.Length && other is not null; i++)
        {
            _counts[i] += other._counts[i];
        }
    }

    /// <summary>By status, in their order; statuses without any are absent.</summary>
    /// <param name="earlier">What is not to be counted again.</param>
    public Dictionary<int, long> Result(StatusCells? earlier = null) =>
        Enumerable
            .Range(0, _counts.Length)
            .Select(status =>
                (Status: status, Count: _counts[status] - (earlier?._counts[status] ?? 0))
            )
            .Where(one => one.Count > 0)
            .ToDictionary(one => one.Status, one => one.Count);
}
