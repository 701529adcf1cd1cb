namespace GatewayBench;

/// <summary>A pattern that looks at the text alone.</summary>
/// <param name="matches">Asked with null where the part is missing.</param>
internal sealed class TextPattern(Func<string?, bool> matches) : ValuePattern
{
    public static TextPattern Absent { get; } = new(text => text is null);

    public static TextPattern EqualTo(string expected, bool ignoreCase) =>
        new(text =>
            string.Equals(
                text,
                expected,
                ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal
            )
        );

    public static TextPattern Contains(string part) =>
        new(text => text?.Contains(part, StringComparison.Ordinal) == true);

    public static TextPattern DoesNotContain(string part) =>
        new(text => text?.Contains(part, StringComparison.Ordinal) != true);

    public static TextPattern Of(JavaRegex regex) =>
        new(text => text is not null && regex.IsMatch(text));

    public static TextPattern NotOf(JavaRegex regex) =>
        new(text => text is null || !regex.IsMatch(text));

    public override bool Matches(MatchedValue value) => matches(value.Text);
}
