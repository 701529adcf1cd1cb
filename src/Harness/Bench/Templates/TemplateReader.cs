using System.Text.RegularExpressions;

namespace GatewayBench;

/// <summary>Reads texts with <c>{{name}}</c>, <c>{{random.int 1..9}}</c> and <c>${VARIABLE}</c>.</summary>
/// <param name="captured">The names that earlier steps capture.</param>
internal sealed partial class TemplateReader(IReadOnlyCollection<string> captured)
{
    /// <summary>For texts that are the same for all requests: nothing but the environment.</summary>
    public static Template ReadFixed(BenchNode node, string allowed = "a text")
    {
        var template = new TemplateReader([]).Read(node, allowed);
        return template.Fixed is not null
            ? template
            : throw node.Failed(
                $"{node.Path} differs from request to request; allowed: no {{{{...}}}} here, but ${{VARIABLE}}."
            );
    }

    /// <exception cref="BenchException">A variable is not set, or what stands in braces is unknown.</exception>
    public Template Read(BenchNode node, string allowed = "a text")
    {
        var text = node.Text(allowed);
        var parts = new List<TemplatePart>();
        var at = 0;
        foreach (Match place in Place().Matches(text))
        {
            Literal(text[at..place.Index]);
            parts.Add(PartOf(node, place));
            at = place.Index + place.Length;
        }
        Literal(text[at..]);
        return new Template(parts);

        void Literal(string written)
        {
            if (written.Length > 0)
            {
                parts.Add(
                    written.Contains("{{", StringComparison.Ordinal)
                    || written.Contains("${", StringComparison.Ordinal)
                        ? throw node.Failed(
                            $"{node.Path} has a {{{{ or ${{ without its end; allowed: {{{{name}}}}, ${{VARIABLE}}, and {{{{\"{{{{\"}}}} for the braces themselves."
                        )
                        : new FixedPart(written)
                );
            }
        }
    }

    private TemplatePart PartOf(BenchNode node, Match place) =>
        place.Groups["variable"] is { Success: true, Value: var variable }
            ? new FixedPart(
                node.Source.Secret(variable)
                    ?? throw node.Failed(
                        $"{node.Path} needs the environment variable {variable}, which is not set; allowed: any text but nothing."
                    ),
                IsWritten: false
            )
            : TemplateExpression.Parse(place.Groups["expression"].Value.Trim(), captured, node);

    /// <summary>An expression may be a quoted text with braces in it.</summary>
    [GeneratedRegex(
        """\{\{(?<expression>\s*"[^"]*"\s*|[^{}"]*)\}\}|\$\{(?<variable>[A-Za-z_][A-Za-z0-9_]*)\}"""
    )]
    private static partial Regex Place();
}
