namespace GatewayBench;

/// <summary>Where in a trace something stands, for those who have to mend it.</summary>
internal readonly record struct TraceLine(string Path, long Number, string Text)
{
    public const string Allowed =
        "one timestamp in a line, ascending, either seconds from the start, such as 12.345, or "
        + "instants in ISO 8601, such as 2026-01-31T12:00:00.123Z; at most 30 days; comments begin with #";

    private const int MostShown = 40;

    public InvalidDataException Invalid(string what)
    {
        var shown = Text.Length <= MostShown ? Text : Text[..MostShown] + "...";
        return new($"{Path}, line {Number}: '{shown}' {what}; allowed: {Allowed}.");
    }
}
