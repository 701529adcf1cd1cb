namespace GatewayBench;

/// <summary>How to measure the same again.</summary>
internal static class Reproduction
{
    public static Markup Of(LoadResult result)
    {
        var commits = result.Targets.Select(target => target.Commit).OfType<string>().Distinct();
        return Markup.Of(
            $"""
            {commits.Select(commit =>
                Markup.Of(
                    $"<p>Commit <code>{commit}</code>, seed <code>{result.Seed.ToString(null, null)}</code>.</p>\n"
                )
            )}{Command(
                result
            )}<p>To make this page again: <code>gatewaybench report result.json</code>, with the <code>result.json</code> that lies beside it.</p>

            """
        );
    }

    private static Markup Command(LoadResult result) =>
        result.Command is { } command
            ? Markup.Of(
                $"<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Command\"><pre><code>{command}</code></pre></div>\n"
            )
            : Markup.Of(
                $"<p class=\"none\">The command was not recorded: a program of its own ran this. The settings above say with what.</p>\n"
            );
}
