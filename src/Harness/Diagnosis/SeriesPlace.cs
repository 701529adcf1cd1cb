namespace GatewayBench;

/// <summary>A series' name without its figure, taken apart.</summary>
/// <param name="Name">The instrument.</param>
/// <param name="Tags">Such as <c>to=open</c>.</param>
internal sealed record SeriesPlace(string Name, IReadOnlyList<string> Tags)
{
    public static SeriesPlace Of(string text)
    {
        var brace = text.IndexOf('{', StringComparison.Ordinal);
        return brace < 0 || !text.EndsWith('}')
            ? new SeriesPlace(text, [])
            : new SeriesPlace(text[..brace], text[(brace + 1)..^1].Split(','));
    }

    /// <summary>The tags as one text, but for those that begin in one of these ways.</summary>
    public string Without(IReadOnlyList<string> beginnings) =>
        string.Join(
            ',',
            Tags.Where(tag =>
                !beginnings.Any(start => tag.StartsWith(start, StringComparison.Ordinal))
            )
        );
}
