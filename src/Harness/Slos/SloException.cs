namespace GatewayBench;

/// <summary>
/// An SLO can't be read, or asks for what was not measured; the message shows where in the expression
/// and says what is allowed.
/// </summary>
public sealed class SloException : Exception
{
    internal SloException(string expression, int position, string problem)
        : base(
            $"'{Shown(expression)}' is no SLO, at character {position + 1}: {problem}."
                + $"\n  {Shown(expression)}\n  {new string(' ', position)}^"
        ) => (Expression, Position) = (expression, position);

    /// <summary>What was to be read.</summary>
    public string Expression { get; }

    /// <summary>Where it goes wrong, counted from 0; the expression's length for its end.</summary>
    public int Position { get; }

    /// <summary>On one line, so that the mark under it stands where it should.</summary>
    private static string Shown(string expression) =>
        string.Concat(expression.Select(c => char.IsControl(c) ? ' ' : c));
}
