namespace Gateway;

/// <summary>
/// A part of a guardrail's pattern, as two regular expressions: one for whole matches, and one for
/// what a match may look like that a text's end has cut off.
/// </summary>
/// <param name="Whole">Matches what the pattern matches.</param>
/// <param name="Cut">
/// Matches each beginning of a match that is not whole yet, the empty one too. What stands at the
/// end and needs the next character to be decided, such as <c>\b</c>, is taken for fulfilled.
/// </param>
/// <param name="Shortest">Length of the shortest match in characters.</param>
/// <param name="Longest">Length of the longest match in characters.</param>
internal sealed record PatternNode(string Whole, string Cut, int Shortest, int Longest)
{
    public static readonly PatternNode Empty = new("", "", 0, 0);

    /// <summary>One character of a kind, such as <c>a</c>, <c>\d</c> or <c>[a-z]</c>.</summary>
    public static PatternNode Character(string whole) => new(whole, "", 1, 1);

    /// <summary>A condition on the place, such as <c>\b</c>.</summary>
    public static PatternNode Place(string whole) => new(whole, "", 0, 0);

    /// <summary>This and then the rest. A sequence is put together from its end: so it stays short.</summary>
    public PatternNode Then(PatternNode rest) =>
        new(
            Whole + rest.Whole,
            $"(?:{Cut}|{Whole}{rest.Cut})",
            Shortest + rest.Shortest,
            (int)Math.Min((long)Longest + rest.Longest, int.MaxValue)
        );

    public PatternNode Or(PatternNode other) =>
        new(
            $"(?:{Whole}|{other.Whole})",
            $"(?:{Cut}|{other.Cut})",
            Math.Min(Shortest, other.Shortest),
            Math.Max(Longest, other.Longest)
        );

    public PatternNode Repeat(int min, int max, bool lazy) =>
        new(
            $"(?:{Whole}){{{min},{max}}}{(lazy ? "?" : "")}",
            max == 0 ? "" : $"(?:{Whole}){{0,{max - 1}}}{Cut}",
            Shortest * min,
            (int)Math.Min((long)Longest * max, int.MaxValue)
        );
}
