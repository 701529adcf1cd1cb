namespace GatewayBench;

/// <summary>
/// A threshold that a result passes or misses, such as <c>p95&lt;800ms</c>, <c>errors&lt;1%</c> or
/// <c>ttft.p95&lt;1s of POST /api/chat</c>. <c>docs/slos.md</c> has the whole language.
/// </summary>
public sealed class Slo
{
    internal Slo(string expression, SloSubject subject, SloLimit limit, SloTail tail) =>
        (Expression, Subject, Limit, Tail) = (expression, subject, limit, tail);

    /// <summary>As it was written.</summary>
    public string Expression { get; }

    /// <summary>The row or part that it is of; null for every row as a whole.</summary>
    public string? Of => Tail.Of;

    /// <summary>The stage of a closed load that it is of; null for the whole measured time.</summary>
    public string? In => Tail.In;

    /// <summary>Whether a run ends that keeps missing it.</summary>
    public bool Aborts => Tail.AbortAt is not null;

    internal SloSubject Subject { get; }

    internal SloLimit Limit { get; }

    internal SloTail Tail { get; }

    /// <summary>Where the subject stands, for errors.</summary>
    internal int SubjectAt { get; init; }

    /// <summary>Reads an SLO.</summary>
    /// <exception cref="SloException">It is none; the message shows where it goes wrong.</exception>
    public static Slo Parse(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return new SloParser(expression.Trim()).Read();
    }

    /// <summary>The expression.</summary>
    public override string ToString() => Expression;
}
