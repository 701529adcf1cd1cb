namespace GatewayBench;

/// <summary>A stretch of time over which the number of users moves evenly, in ticks from the load's start.</summary>
/// <param name="Start">From the load's start.</param>
/// <param name="Length">Above zero.</param>
/// <param name="From">Users at its start.</param>
/// <param name="To">Users at its end.</param>
internal readonly record struct UserSegment(long Start, long Length, int From, int To)
{
    public long End => Start + Length;

    /// <summary>The line's nearest whole number, a half counting up. In whole numbers, so that it agrees with <see cref="OffsetOf"/> to the tick.</summary>
    /// <param name="offset">From its start, at most its length.</param>
    public int At(long offset) =>
        (int)((2 * (From * Length + (To - From) * offset) + Length) / (2 * Length));

    /// <summary>The first offset at which there are more users than so many.</summary>
    /// <returns>Null if that never comes before its end.</returns>
    public long? OffsetOf(int user)
    {
        if (From > user)
        {
            return 0;
        }
        if (To <= From)
        {
            return null;
        }
        var missing = Length * (2L * (user - From) + 1);
        var offset = (missing + 2L * (To - From) - 1) / (2L * (To - From));
        return offset < Length ? offset : null;
    }
}
