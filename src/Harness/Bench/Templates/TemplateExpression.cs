using System.Globalization;
using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>What may stand between <c>{{</c> and <c>}}</c>.</summary>
internal static partial class TemplateExpression
{
    private const string Functions =
        "random.int 1..100, random.uuid, random.pick a|b, user.prompt, user.session, user.index or a quoted text";

    /// <summary>What names of captured values look like: no dots, by which functions are told.</summary>
    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]*$")]
    public static partial Regex Name();

    /// <param name="text">What stands there.</param>
    /// <param name="captured">The names that earlier steps capture.</param>
    /// <param name="node">Where it stands.</param>
    /// <exception cref="BenchException">It is none of them.</exception>
    public static TemplatePart Parse(
        string text,
        IReadOnlyCollection<string> captured,
        BenchNode node
    )
    {
        if (text is ['"', .., '"'])
        {
            return new FixedPart(text[1..^1]);
        }
        return text.Split(' ', 2, StringSplitOptions.TrimEntries) switch
        {
            ["random.int", var range] => RandomInt(range) ?? throw Unknown(),
            ["random.pick", var texts] => RandomPick(texts) ?? throw Unknown(),
            ["random.uuid"] => new UserPart(user => user.NextUuid()),
            ["user.prompt"] => new UserPart(user => user.NextPrompt()),
            ["user.session"] => new UserPart(user => user.Session),
            ["user.index"] => new UserPart(user =>
                user.Index.ToString(CultureInfo.InvariantCulture)
            ),
            [var name] when captured.Contains(name) => new CapturedPart(name),
            _ => throw Unknown(),
        };

        BenchException Unknown()
        {
            var known =
                captured.Count > 0
                    ? $"captured before: {string.Join(", ", captured)}"
                    : "nothing is captured before";
            var nearest = NearestName.Of(text, captured) is { } meant
                ? $" Did you mean {meant}?"
                : "";
            return node.Failed(
                $"{node.Path} has {{{{{text}}}}}; allowed: {Functions}; {known}.{nearest}"
            );
        }
    }

    private static RandomIntPart? RandomInt(string range) =>
        range.Split("..") is [var least, var most]
        && long.TryParse(
            least,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var from
        )
        && long.TryParse(
            most,
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var to
        )
        && from <= to
        && (Int128)to - from < int.MaxValue
            ? new RandomIntPart(from, to)
            : null;

    private static RandomPickPart? RandomPick(string texts) =>
        texts.Split('|', StringSplitOptions.TrimEntries) is { Length: > 1 } picks
        && picks.All(pick => pick.Length > 0)
            ? new RandomPickPart(picks)
            : null;
}
