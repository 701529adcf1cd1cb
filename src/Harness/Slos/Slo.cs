namespace GatewayBench;

/// <summary>
/// A threshold that a result passes or misses, such as <c>p95&lt;800ms</c>, <c>errors&lt;1%</c> or
/// <c>ttft.p95&lt;1s of POST /api/chat</c>. <c>docs/slos.md</c> has the whole language.
/// </summary>
public sealed class Slo
{
    internal Slo(string expression, SloSubject subject, SloLimit limit, string? of) =>
        (Expression, Subject, Limit, Of) = (expression, subject, limit, of);

    /// <summary>As it was written.</summary>
    public string Expression { get; }

    /// <summary>The row or part that it is of; null for every row as a whole.</summary>
    public string? Of { get; }

    internal SloSubject Subject { get; }

    internal SloLimit Limit { get; }

    /// <summary>Where the subject stands, for errors.</summary>
    internal int SubjectAt { get; init; }

    /// <summary>Where the name of the row or part stands, for errors.</summary>
    internal int OfAt { get; init; }

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
