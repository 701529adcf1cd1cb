namespace GatewayBench;

/// <summary>
/// A bench file can't be read or asks for what can't be; the message names file, line, column, the
/// value and what is allowed. It never repeats a value that came from the environment.
/// </summary>
internal sealed class BenchException : Exception
{
    internal BenchException(string file, long line, long column, string problem)
        : base($"{file}:{line}:{column}: {problem}") => (Line, Column) = (line, column);

    /// <summary>From 1.</summary>
    public long Line { get; }

    /// <summary>From 1.</summary>
    public long Column { get; }
}
