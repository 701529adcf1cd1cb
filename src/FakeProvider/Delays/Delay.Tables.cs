namespace GatewayBench;

public abstract partial class Delay
{
    /// <summary>
    /// A delay given by its percentiles, with straight lines between them. The first one's delay is
    /// also the shortest and the last one's the longest, so give 0 and 100 to say otherwise.
    /// </summary>
    /// <param name="points">1 to 1,000 of them: percentiles from 0 to 100, ascending, each with its
    /// delay from zero to 24 hours, none shorter than the one before.</param>
    /// <exception cref="ArgumentException">There are none or too many, they are not in order, or a value
    /// is out of range.</exception>
    public static Delay Percentiles(params (decimal Percentile, TimeSpan Delay)[] points) =>
        new PercentilesDelay(points);

    /// <inheritdoc cref="Percentiles(ValueTuple{decimal, TimeSpan}[])"/>
    /// <param name="points">The same, with delays as <see cref="Duration"/> reads them:
    /// <c>(50, "400ms"), (99, "4s")</c>.</param>
    public static Delay Percentiles(params (decimal Percentile, string Delay)[] points) =>
        Percentiles(
            Array.ConvertAll(
                points,
                p => (p.Percentile, Duration.ParseOption(p.Delay, nameof(p.Delay)))
            )
        );

    /// <summary>
    /// Delays that were measured: each draw is a value of a file, and each value is as likely (the
    /// inverse of the empirical distribution function). The file is read once, here.
    /// </summary>
    /// <param name="path">A text file with one <see cref="Duration"/> in a line, in any order, from zero
    /// to 24 hours. What follows a <c>#</c> is a comment; empty lines are skipped. At most 1,000,000
    /// lines of at most 200 characters. Parentheses in the path must match.</param>
    /// <exception cref="ArgumentException">The path can't be written as text.</exception>
    /// <exception cref="InvalidDataException">A line is no such duration, or there are none or too
    /// many.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Delay FromFile(string path) => new FileDelay(path);
}
